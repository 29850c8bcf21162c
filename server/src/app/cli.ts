import { parseArgs } from 'node:util'
import { ConfigError, loadConfig } from '../platform/config.ts'
import { DatabaseAwayError, DatabaseBusyError, SchemaTooNewError } from '../platform/db/index.ts'
import { MasterKeyError } from '../platform/vault/index.ts'
import { admissionCommand } from './admission-command.ts'
import {
  accountCommand,
  migrateCommand,
  resumeSendingCommand,
  serveCommand,
  verifyCommand,
} from './commands.ts'
import { demoCommand } from './demo/command.ts'
import { distributeCommand } from './distribute/command.ts'
import { doctorCommand } from './doctor/command.ts'
import { replayShreddedCommand } from './replay-command.ts'
import { rotateKeysCommand } from './rotate-keys.ts'

const USAGE = `Jawort: WhatsApp messages for people who said yes, twice.

  jawort demo                         server, embedded database, simulator and a sample shop
  jawort serve [--role web,intake,dispatch,jobs] [--no-send]
                                      the server, with what the environment says; a process may do a part of the work
                                      (all of it without --role); with --no-send nothing leaves until a person says go
  jawort resume-sending               says go, after --no-send or after the database was restored
  jawort migrate                      brings the database up to this version and ends
  jawort distribute [--dry-run]       spreads the tables over a Citus cluster, by business
  jawort account add <email> [--name <name>] [--operator] [--business <slug> --role <role>]
                                      makes an account and prints a link that signs it in once
  jawort admission [approve|refuse <business> --reason <why>]
                                      shows who asks to be let in, or decides about one (C-70)
  jawort doctor [--json]              looks whether everything is as it should be, and says what to do about what is not
  jawort doctor channel <id or number> [--language de|en] [--json]
                                      looks at everything that one WhatsApp number needs to send and to hear
  jawort rotate-keys --master | --businesses [--business <slug>]
                                      replaces the master key, or the keys of businesses, while everything runs
  jawort replay-shredded <file>       erases again what a list of destroyed keys names, after a backup was restored
  jawort verify [--business <slug>] [--trust <certificates>]
                                      checks the consent ledger and its time stamps; names the first wrong leaf
  jawort verify <pack.zip> [--key <key>] [--trust <certificates>]
                                      checks a proof pack, without a database and without a network; --trust is a PEM file with
                                      who may vouch for time stamps (else JAWORT_TIMESTAMP_CA_FILE)
`

const COMMANDS: Record<string, (config: ReturnType<typeof loadConfig>, args: Arguments) => Promise<number>> =
  {
    demo: demoCommand,
    serve: serveCommand,
    'resume-sending': resumeSendingCommand,
    distribute: distributeCommand,
    migrate: migrateCommand,
    account: accountCommand,
    admission: admissionCommand,
    doctor: doctorCommand,
    'rotate-keys': rotateKeysCommand,
    'replay-shredded': replayShreddedCommand,
    verify: verifyCommand,
  }

/** What says by itself what is wrong and what to do; anything else is shown whole. */
const EXPECTED = [ConfigError, DatabaseAwayError, DatabaseBusyError, MasterKeyError, SchemaTooNewError]

export type Arguments = ReturnType<typeof readArguments>

function readArguments(argv: string[]) {
  return parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      business: { type: 'string' },
      role: { type: 'string' },
      name: { type: 'string' },
      key: { type: 'string' },
      reason: { type: 'string' },
      trust: { type: 'string' },
      operator: { type: 'boolean', default: false },
      language: { type: 'string' },
      json: { type: 'boolean', default: false },
      master: { type: 'boolean', default: false },
      businesses: { type: 'boolean', default: false },
      'dry-run': { type: 'boolean', default: false },
      'no-send': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  })
}

/** Runs one command of the program. @returns the exit code */
export async function run(argv: string[]): Promise<number> {
  try {
    const args = readArguments(argv)
    const command = COMMANDS[args.positionals[0] ?? '']
    if (command && !args.values.help) return await command(loadConfig(process.env), args)
    console.log(USAGE)
    return args.values.help ? 0 : 2
  } catch (error) {
    const expected = EXPECTED.some((kind) => error instanceof kind)
    console.error(expected && error instanceof Error ? error.message : error)
    return 1
  }
}
