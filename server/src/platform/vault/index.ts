export { keepOnlyMasterKey, MasterKeyError, masterKeyName, openVault } from './keyring.ts'
export { findMasterKeys, type MasterKeys, replaceMasterKeyFile } from './master-key.ts'
export { createVault, type DigestKind, type Key, type Vault, type VaultOptions } from './vault.ts'
