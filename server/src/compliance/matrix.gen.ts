// Written by "npm run generate"; do not edit.

/** Where each rule is kept and which tests show it. */
export const PLACES: Record<string, { sources: readonly string[]; tests: readonly { file: string; title: string }[] }> =
  {
  "C-01": {
    "sources": [
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-02": {
    "sources": [
      "server/migrations/0001_ground.sql",
      "server/src/consent/answer.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/signup/judge-opt-in.ts"
    ],
    "tests": []
  },
  "C-03": {
    "sources": [
      "server/src/consent/answer.ts"
    ],
    "tests": []
  },
  "C-04": {
    "sources": [
      "server/src/signup/public.ts",
      "server/src/signup/routes.ts",
      "widget/src/hand-over.ts"
    ],
    "tests": [
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "never makes the business write to a number that was typed (C-04)"
      }
    ]
  },
  "C-05": {
    "sources": [
      "server/src/consent/check-wording.ts",
      "server/src/consent/notes.ts",
      "server/src/consent/texts.ts"
    ],
    "tests": []
  },
  "C-06": {
    "sources": [
      "server/src/consent/request.ts"
    ],
    "tests": []
  },
  "C-07": {
    "sources": [
      "admin/src/pages/sources/qr-card.tsx",
      "server/src/consent/check-wording.ts",
      "server/src/consent/publish-wording.ts",
      "server/src/consent/texts.ts",
      "server/src/signup/texts.ts"
    ],
    "tests": [
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "shows wording, privacy notice and imprint before the buttons (C-07, C-13, C-22)"
      }
    ]
  },
  "C-08": {
    "sources": [
      "server/src/campaigns/save.ts"
    ],
    "tests": []
  },
  "C-09": {
    "sources": [
      "server/src/signup/judge-opt-in.ts",
      "server/src/signup/texts.ts",
      "widget/src/form.ts"
    ],
    "tests": [
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "is never started by just writing to the business (C-09)"
      },
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-09 ticks nothing, even when there is one topic, and forgets ticks on closing"
      }
    ]
  },
  "C-10": {
    "sources": [
      "server/src/consent/question.ts",
      "widget/src/form.ts"
    ],
    "tests": [
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-10 gives no the same looks as yes, and one click closes"
      }
    ]
  },
  "C-11": {
    "sources": [],
    "tests": []
  },
  "C-12": {
    "sources": [
      "server/src/consent/check-wording.ts"
    ],
    "tests": []
  },
  "C-13": {
    "sources": [
      "server/src/records/notice-content.ts"
    ],
    "tests": [
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "shows wording, privacy notice and imprint before the buttons (C-07, C-13, C-22)"
      }
    ]
  },
  "C-14": {
    "sources": [
      "server/src/consent/record.ts",
      "server/src/members/auth.ts",
      "widget/src/build-id.ts"
    ],
    "tests": [
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-14 sends topics, wording, page without query, and build; the desktop gets a QR code and the link"
      }
    ]
  },
  "C-15": {
    "sources": [],
    "tests": [
      {
        "file": "server/src/platform/pdf/pdf.test.ts",
        "title": "C-15: writes every kind of block as text that can be read out again, tagged and with its language"
      }
    ]
  },
  "C-16": {
    "sources": [
      "server/migrations/0002_append_only_ledger.sql",
      "server/migrations/0021_anchors.sql",
      "server/src/retention/register.ts"
    ],
    "tests": [
      {
        "file": "ledger/src/cosignature.test.ts",
        "title": "C-16: a cosignature says who saw the checkpoint, and when"
      },
      {
        "file": "ledger/src/cosignature.test.ts",
        "title": "C-16: whatever byte is flipped, it is refused"
      },
      {
        "file": "server/src/ledger/anchor/anchor.db.test.ts",
        "title": "C-16: once a day, and only when something was signed since"
      },
      {
        "file": "server/src/ledger/anchor/anchor.db.test.ts",
        "title": "C-16: a proof leans on the first stamped checkpoint that covers its leaf"
      },
      {
        "file": "server/src/ledger/anchor/anchor.db.test.ts",
        "title": "C-16: are shown with kind, age and what they cover, and given out byte for byte"
      },
      {
        "file": "server/src/ledger/anchor/anchor.db.test.ts",
        "title": "C-16: a stamp that does not hold is not stored"
      },
      {
        "file": "server/src/ledger/anchor/anchor.db.test.ts",
        "title": "C-16: carry the signed note unchanged, in %s"
      },
      {
        "file": "server/src/ledger/anchor/anchor.db.test.ts",
        "title": "C-16: every week by themselves, when something was signed since, and at once when asked"
      },
      {
        "file": "server/src/ledger/anchor/timestamp.test.ts",
        "title": "C-16: a stamped checkpoint carries a time that an authority vouches for"
      },
      {
        "file": "server/src/ledger/anchor/timestamp.test.ts",
        "title": "C-16: openssl, which knows nothing of us, accepts the same token"
      },
      {
        "file": "server/src/ledger/anchor/timestamp.test.ts",
        "title": "C-16: a token for other data is refused"
      },
      {
        "file": "server/src/ledger/anchor/timestamp.test.ts",
        "title": "C-16: an answer to another request is refused"
      },
      {
        "file": "server/src/ledger/anchor/timestamp.test.ts",
        "title": "C-16: a token of an authority nobody here trusts is refused"
      },
      {
        "file": "server/src/ledger/anchor/timestamp.test.ts",
        "title": "C-16: a certificate that had ended when it signed is refused"
      },
      {
        "file": "server/src/ledger/anchor/timestamp.test.ts",
        "title": "C-16: a certificate %s is refused"
      },
      {
        "file": "server/src/ledger/anchor/timestamp.test.ts",
        "title": "C-16: whatever byte of a token is flipped, it is refused"
      }
    ]
  },
  "C-17": {
    "sources": [
      "server/migrations/0001_ground.sql",
      "server/migrations/0017_consent_life.sql",
      "server/src/consent/ask-again.ts",
      "server/src/consent/publish-wording.ts",
      "server/src/consent/state.ts",
      "server/src/retention/register.ts"
    ],
    "tests": []
  },
  "C-18": {
    "sources": [
      "server/src/templates/submit.ts",
      "widget/src/api.ts",
      "widget/src/bubble.ts"
    ],
    "tests": [
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-18 requests nothing but the script, and neither reads nor stores anything on the device"
      },
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-18 still stores nothing and talks to its own origin only, after the whole way"
      },
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-18 leaves nothing in the browser's cache, though the server would allow it"
      },
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-18 does not follow a redirect to somebody else"
      },
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-18 names no storage and no foreign address"
      }
    ]
  },
  "C-19": {
    "sources": [
      "admin/src/pages/contacts/import-wizard.tsx",
      "admin/src/pages/contacts/mapping.ts",
      "server/migrations/0020_evidence_imports.sql",
      "server/src/consent/state.ts",
      "server/src/contacts/import-chunk.ts",
      "server/src/contacts/import-mapping.ts",
      "server/src/contacts/import.ts",
      "server/src/contacts/special-category.ts"
    ],
    "tests": []
  },
  "C-20": {
    "sources": [],
    "tests": []
  },
  "C-21": {
    "sources": [],
    "tests": []
  },
  "C-22": {
    "sources": [
      "server/src/consent/doubt.ts",
      "server/src/consent/grammar.ts",
      "server/src/consent/policy.ts",
      "server/src/contacts/unclear-stop.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/grammar.test.ts",
        "title": "C-22: says to be young, and nobody else does"
      },
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "shows wording, privacy notice and imprint before the buttons (C-07, C-13, C-22)"
      }
    ]
  },
  "C-23": {
    "sources": [
      "server/src/contacts/fields.ts",
      "server/src/contacts/special-category.ts",
      "server/src/segments/check-rules.ts",
      "server/src/segments/save.ts"
    ],
    "tests": []
  },
  "C-24": {
    "sources": [
      "server/src/consent/withdraw.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-25": {
    "sources": [
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-26": {
    "sources": [
      "admin/src/pages/contact/withdraw-dialog.tsx",
      "server/src/card/withdraw.ts",
      "server/src/privacy/open-request.ts",
      "server/src/retention/register.ts"
    ],
    "tests": []
  },
  "C-27": {
    "sources": [
      "admin/src/pages/template/draft.ts",
      "admin/src/pages/template/opt-out-texts.ts",
      "server/src/campaigns/readiness.ts",
      "server/src/templates/check-law.ts",
      "server/src/templates/content.ts",
      "server/src/templates/lint.ts",
      "server/src/templates/opt-out.ts"
    ],
    "tests": [
      {
        "file": "server/src/templates/lint.test.ts",
        "title": "refuses marketing without a way out (C-27)"
      }
    ]
  },
  "C-28": {
    "sources": [
      "server/migrations/0020_evidence_imports.sql",
      "server/src/consent/grammar-corpus.ts",
      "server/src/consent/grammar.ts",
      "server/src/consent/judge.ts",
      "server/src/consent/stop-words.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-28: a stop beside a wish stays a stop"
      },
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-28: forwarded and quoted words are somebody else's"
      },
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-28: a business adds stop words and can take none away"
      },
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-28: %s cannot be a stop word, it means something else"
      },
      {
        "file": "server/src/consent/grammar.test.ts",
        "title": "C-28: 100 % of must-stop lines stop, 0 of must-not lines stop, everything else is held"
      },
      {
        "file": "server/src/consent/grammar.test.ts",
        "title": "C-28: a stop is never turned into something else: STOP. %s"
      }
    ]
  },
  "C-29": {
    "sources": [
      "admin/src/pages/contact/hold-notice.tsx",
      "server/src/consent/grammar.ts",
      "server/src/consent/hold.ts",
      "server/src/contacts/unclear-stop.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/intake/attempt.ts",
      "server/src/intake/process-person.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-29: a voice message is no will; while the person is held it waits for a member"
      },
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-29: words under a picture are asked back, never taken at their word"
      },
      {
        "file": "server/src/consent/grammar.test.ts",
        "title": "C-29: an unclear line holds: it never stops and is never overlooked"
      }
    ]
  },
  "C-30": {
    "sources": [
      "server/src/consent/notes.ts",
      "server/src/consent/texts.ts",
      "server/src/dispatch/kinds.ts"
    ],
    "tests": []
  },
  "C-31": {
    "sources": [
      "server/src/consent/withdraw.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-32": {
    "sources": [
      "server/migrations/0001_ground.sql",
      "server/src/contacts/note-meta-preference.ts",
      "server/src/dispatch/hooks.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/intake/process-person.ts"
    ],
    "tests": []
  },
  "C-33": {
    "sources": [
      "server/src/consent/answer.ts",
      "server/src/consent/withdraw.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-34": {
    "sources": [
      "server/src/consent/forget-person.ts",
      "server/src/platform/vault/index.ts"
    ],
    "tests": []
  },
  "C-35": {
    "sources": [
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-36": {
    "sources": [],
    "tests": []
  },
  "C-37": {
    "sources": [
      "server/src/consent/judge.ts",
      "server/src/privacy/export.ts",
      "server/src/privacy/from-chat.ts",
      "server/src/privacy/open-request.ts",
      "server/src/privacy/person-tables.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-74, C-37: %s is %s, and changes nothing by itself"
      },
      {
        "file": "server/src/consent/grammar.test.ts",
        "title": "C-74, C-37: a wish to the chat: %s"
      }
    ]
  },
  "C-38": {
    "sources": [
      "server/src/privacy/deadline.ts",
      "server/src/privacy/open-request.ts",
      "server/src/privacy/remind.ts"
    ],
    "tests": []
  },
  "C-39": {
    "sources": [
      "server/src/consent/suspend.ts",
      "server/src/contacts/correct-number.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/intake/hooks.ts",
      "server/src/preferences/link.ts",
      "server/src/privacy/carry-out.ts"
    ],
    "tests": []
  },
  "C-40": {
    "sources": [
      "server/src/dispatch/reasons.ts",
      "server/src/platform/vault/index.ts",
      "server/src/privacy/erase.ts",
      "server/src/privacy/person-tables.ts",
      "server/src/retention/register.ts"
    ],
    "tests": []
  },
  "C-41": {
    "sources": [
      "server/src/contacts/restrict.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-42": {
    "sources": [
      "server/src/consent/policy.ts"
    ],
    "tests": []
  },
  "C-43": {
    "sources": [
      "server/migrations/0012_growth.sql",
      "server/migrations/0018_rights.sql",
      "server/src/consent/forget-attempts.ts",
      "server/src/consent/jobs.ts",
      "server/src/platform/config.ts",
      "server/src/retention/job.ts",
      "server/src/retention/register.ts"
    ],
    "tests": []
  },
  "C-44": {
    "sources": [
      "server/migrations/0018_rights.sql",
      "server/src/privacy/retain-until.ts",
      "server/src/privacy/settings.ts",
      "server/src/privacy/shred-proofs.ts",
      "server/src/retention/register.ts"
    ],
    "tests": []
  },
  "C-45": {
    "sources": [
      "server/migrations/0009_gate.sql",
      "server/src/consent/jobs.ts",
      "server/src/consent/lapse.ts",
      "server/src/consent/state.ts",
      "server/src/dispatch/policy.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-46": {
    "sources": [
      "admin/src/pages/settings/field-sheet.tsx",
      "server/src/contacts/fields.ts",
      "server/src/members/auth.ts"
    ],
    "tests": []
  },
  "C-47": {
    "sources": [
      "server/src/audit/record.ts",
      "server/src/platform/log.ts",
      "server/src/platform/metrics.ts",
      "server/src/platform/signal.ts"
    ],
    "tests": []
  },
  "C-48": {
    "sources": [
      "server/src/platform/vault/index.ts"
    ],
    "tests": []
  },
  "C-49": {
    "sources": [
      "server/migrations/0023_row_security.sql",
      "server/src/platform/db/scope.ts"
    ],
    "tests": []
  },
  "C-50": {
    "sources": [
      "server/src/inbox/read.ts"
    ],
    "tests": []
  },
  "C-51": {
    "sources": [
      "server/src/records/build-processing.ts"
    ],
    "tests": []
  },
  "C-52": {
    "sources": [
      "server/migrations/0022_records.sql",
      "server/src/campaigns/readiness.ts",
      "server/src/channels/channel.ts",
      "server/src/channels/live.ts",
      "server/src/channels/routes.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/records/go-live.ts",
      "server/src/records/requirements.ts"
    ],
    "tests": []
  },
  "C-53": {
    "sources": [
      "server/src/records/build-processing.ts"
    ],
    "tests": []
  },
  "C-54": {
    "sources": [
      "server/migrations/0022_records.sql",
      "server/src/channels/channel.ts",
      "server/src/channels/live.ts",
      "server/src/records/storage-words.ts"
    ],
    "tests": []
  },
  "C-55": {
    "sources": [],
    "tests": []
  },
  "C-56": {
    "sources": [
      "server/src/records/screen.ts",
      "server/src/records/screening-rules.ts"
    ],
    "tests": []
  },
  "C-57": {
    "sources": [],
    "tests": []
  },
  "C-58": {
    "sources": [],
    "tests": []
  },
  "C-59": {
    "sources": [
      "server/migrations/0018_rights.sql",
      "server/src/privacy/replay-shredded.ts",
      "server/src/privacy/shred-list.ts"
    ],
    "tests": []
  },
  "C-60": {
    "sources": [
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-61": {
    "sources": [
      "server/src/templates/check-law.ts",
      "server/src/templates/lint.ts"
    ],
    "tests": [
      {
        "file": "server/src/templates/lint.test.ts",
        "title": "refuses chain messages (C-61): %s"
      }
    ]
  },
  "C-62": {
    "sources": [
      "server/migrations/0009_gate.sql",
      "server/src/dispatch/head-room.ts",
      "server/src/dispatch/policy.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-63": {
    "sources": [
      "server/src/campaigns/react.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/templates/apply-update.ts"
    ],
    "tests": []
  },
  "C-64": {
    "sources": [
      "server/src/dispatch/freeze-audience.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/templates/check-law.ts",
      "server/src/templates/lint.ts"
    ],
    "tests": [
      {
        "file": "server/src/templates/lint.test.ts",
        "title": "calls advertising marketing, whatever its category (C-64): %s"
      }
    ]
  },
  "C-65": {
    "sources": [
      "server/migrations/0010_breaker.sql",
      "server/src/campaigns/marketing-hold.ts",
      "server/src/campaigns/pause-reasons.ts",
      "server/src/campaigns/react.ts",
      "server/src/campaigns/slow-down.ts",
      "server/src/campaigns/steer.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/standing/channel-update.ts"
    ],
    "tests": []
  },
  "C-66": {
    "sources": [
      "server/src/consent/state.ts",
      "server/src/consent/unreachable.ts",
      "server/src/dispatch/consequences.ts",
      "server/src/dispatch/hooks.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-67": {
    "sources": [
      "server/migrations/0004_dispatch_and_intake.sql",
      "server/migrations/0009_gate.sql",
      "server/src/dispatch/gate-checks.ts",
      "server/src/dispatch/policy.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-68": {
    "sources": [
      "server/migrations/0004_dispatch_and_intake.sql",
      "server/src/dispatch/gate-later.ts",
      "server/src/dispatch/policy.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/rulepacks/hours.ts",
      "server/src/rulepacks/strictest.ts"
    ],
    "tests": []
  },
  "C-69": {
    "sources": [],
    "tests": []
  },
  "C-70": {
    "sources": [],
    "tests": []
  },
  "C-71": {
    "sources": [
      "admin/src/pages/campaign-new/cost-card.tsx",
      "server/src/campaigns/review.ts",
      "server/src/campaigns/spent.ts",
      "server/src/costs/card.ts",
      "server/src/costs/set.ts",
      "server/src/dispatch/budget.ts",
      "server/src/dispatch/gate-later.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": []
  },
  "C-72": {
    "sources": [
      "server/src/signup/revoke-source.ts",
      "server/src/signup/source.ts"
    ],
    "tests": [
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "starts nothing once it was revoked, while another goes on (C-72)"
      }
    ]
  },
  "C-73": {
    "sources": [
      "admin/src/design/reason-list.tsx",
      "admin/src/pages/campaign/reason-cards.tsx",
      "admin/src/pages/contact/why-panel.tsx",
      "server/src/card/why.ts"
    ],
    "tests": []
  },
  "C-74": {
    "sources": [
      "server/src/consent/explain-subscription.ts",
      "server/src/consent/grammar.ts",
      "server/src/consent/judge.ts",
      "server/src/consent/texts-subscription.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-74, C-37: %s is %s, and changes nothing by itself"
      },
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-74: says when, where, with which words and how to leave, in the language of the person"
      },
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-74: says so when there is nothing, and when a YES is missing"
      },
      {
        "file": "server/src/consent/grammar.test.ts",
        "title": "C-74, C-37: a wish to the chat: %s"
      }
    ]
  },
  "C-75": {
    "sources": [
      "server/src/contacts/resolve.ts",
      "server/src/dispatch/compose.ts",
      "server/src/whatsapp/updates.ts"
    ],
    "tests": []
  },
  "C-76": {
    "sources": [],
    "tests": []
  }
}
