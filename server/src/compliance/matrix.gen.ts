// Written by "npm run generate"; do not edit.

/** Where each rule is kept and which tests show it. */
export const PLACES: Record<string, { sources: readonly string[]; tests: readonly { file: string; title: string }[] }> =
  {
  "C-01": {
    "sources": [
      "server/src/dispatch/reasons.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-01: a consent belongs to one controller: another business, or whoever takes it over, needs a new one"
      },
      {
        "file": "server/src/consent/histories.db.test.ts",
        "title": "C-01, C-24: whatever happens in whatever order, marketing leaves only to whom it may reach at that moment"
      },
      {
        "file": "server/src/dispatch/consent-foreign-key.db.test.ts",
        "title": "C-01: refuses a marketing message for someone who has not confirmed"
      },
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-01, C-45: says the same as its oracle, for any facts, whether it looks people up or reads about all"
      },
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-01, C-41: needs every one of its checks: without it, somebody would get what only it stops"
      }
    ]
  },
  "C-02": {
    "sources": [
      "server/migrations/0001_ground.sql",
      "server/src/consent/answer.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/preferences/acts.ts",
      "server/src/signup/judge-opt-in.ts"
    ],
    "tests": [
      {
        "file": "e2e/story.browser.test.ts",
        "title": "C-02: is asked once more and taps JA"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-02: goes from START over the question to JA, and welcomes with the way out"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-02, C-03: does nothing for a YES before the question went out, of someone else, or on another message"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-02: confirms once, however often the YES arrives"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-02: asks again after a late YES and never confirms silently"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-02: takes a forwarded opt-in for nobody"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-02: a forwarded opt-in is nobody’s request; only an own START is"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-02: YES and STOP of one second, in any order: the restrictive one wins (%s)"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-02: a YES that was tapped before a STOP but arrives after it does not count"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-02: a second YES, or the same one again, changes nothing and leaves one leaf"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-02: a YES after the time of the question asks anew, with a question of its own"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-02: a question that stands for %i hours takes a YES after %i: %s"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-02: no business can let a question stand for more than seven days, or a code for more than one"
      },
      {
        "file": "server/src/consent/state.test.ts",
        "title": "C-02: is never confirmed by anything but a YES to a question that Meta accepted, after the person asked"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-02: a question with it is over: a YES asks anew, by the text of today"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-02: learns of a consent when the person has said yes for the second time"
      },
      {
        "file": "server/src/preferences/preferences.db.test.ts",
        "title": "C-02: switching on confirms nothing: the question is asked in the chat, at most a few times"
      },
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "C-02: tells whoever forwards it to write START only where that word signs up"
      }
    ]
  },
  "C-03": {
    "sources": [
      "server/src/consent/answer.ts",
      "server/src/consent/join-consents.ts",
      "server/src/merge/merge.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-02, C-03: does nothing for a YES before the question went out, of someone else, or on another message"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-03: nothing but an answer in the chat confirms: not a typed-in number, a member, a job or the page"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19, C-03: never confirm anybody, also once they were approved; the gate denies"
      },
      {
        "file": "server/src/merge/merge.db.test.ts",
        "title": "C-03: a yes of the other record rests until the person renews it; what was said and noted comes along, and is listed"
      }
    ]
  },
  "C-04": {
    "sources": [
      "server/src/signup/material.ts",
      "server/src/signup/public.ts",
      "server/src/signup/routes.ts",
      "widget/src/hand-over.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-04: somebody else’s number typed into the bubble gets nothing, and the typed number is dropped"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-04: asks anew only when the person writes, once, with the new text; the figures say how far that is"
      },
      {
        "file": "server/src/signup/material.db.test.ts",
        "title": "C-19, C-04: in %s leads to the person writing first, and sends nothing"
      },
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "C-04: never makes the business write to a number that was typed"
      }
    ]
  },
  "C-05": {
    "sources": [
      "server/src/consent/check-wording.ts",
      "server/src/consent/notes.ts",
      "server/src/consent/texts.ts",
      "server/src/signup/material-texts.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/check-wording.test.ts",
        "title": "C-05, C-07, C-12, C-22: is complained of for its %s alone"
      },
      {
        "file": "server/src/consent/check-wording.test.ts",
        "title": "C-05: is found: %s"
      }
    ]
  },
  "C-06": {
    "sources": [
      "server/src/consent/request.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-06: one question carries the whole text of each, and its hash is in the evidence of each"
      }
    ]
  },
  "C-07": {
    "sources": [
      "admin/src/pages/sources/qr-card.tsx",
      "server/src/consent/check-wording.ts",
      "server/src/consent/publish-wording.ts",
      "server/src/consent/texts.ts",
      "server/src/signup/material-texts.ts",
      "server/src/signup/texts.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/check-wording.test.ts",
        "title": "C-07: to start from is complete, free of advertising, and fits beside a second one"
      },
      {
        "file": "server/src/consent/check-wording.test.ts",
        "title": "C-05, C-07, C-12, C-22: is complained of for its %s alone"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-07: a wording found defective ends every consent to it, and the report says what was sent"
      },
      {
        "file": "server/src/consent/topics.db.test.ts",
        "title": "C-07: publish nothing that lacks what the law asks for, and name all of it"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-07: ends all consents to it at once, takes their queue down, and reports what was sent under it"
      },
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
    "tests": [
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-08: each topic is its own choice on the page, and only what was ticked is asked and agreed to"
      },
      {
        "file": "server/src/dispatch/consent-foreign-key.db.test.ts",
        "title": "C-08: refuses a marketing message without a topic, which would slip past the key"
      }
    ]
  },
  "C-09": {
    "sources": [
      "server/src/signup/judge-opt-in.ts",
      "server/src/signup/texts.ts",
      "widget/src/form.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-09: takes an ordinary message for what it is"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-09: writing, a voice message or silence is never an opt-in"
      },
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "C-09: speaks %s, and shows the full text beside each unticked topic"
      },
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "C-09: is never started by just writing to the business"
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
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-10: YES and NO are buttons of the same kind, side by side"
      },
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-10 gives no the same looks as yes, and one click closes"
      }
    ]
  },
  "C-11": {
    "sources": [],
    "tests": [
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-11: somebody without a consent is answered and served as anybody else"
      },
      {
        "file": "server/src/dispatch/consent-foreign-key.db.test.ts",
        "title": "C-11: accepts one for someone who has, and service messages for anyone"
      }
    ]
  },
  "C-12": {
    "sources": [
      "server/src/consent/check-wording.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/check-wording.test.ts",
        "title": "C-05, C-07, C-12, C-22: is complained of for its %s alone"
      }
    ]
  },
  "C-13": {
    "sources": [
      "admin/src/pages/records/notices-part.tsx",
      "server/src/records/notice-content.ts",
      "server/src/records/notice-words/words.ts",
      "server/src/records/propose-notice.ts",
      "server/src/retention/register.ts"
    ],
    "tests": [
      {
        "file": "server/src/records/notice-words.db.test.ts",
        "title": "C-13: is complete in %s and says nothing in another language"
      },
      {
        "file": "server/src/records/notice-words.db.test.ts",
        "title": "C-13: says as much in every language"
      },
      {
        "file": "server/src/records/notice-words.db.test.ts",
        "title": "C-13: is shown with headings in %s"
      },
      {
        "file": "server/src/records/notice-words.db.test.ts",
        "title": "C-13: has words in %s for all that the record may say"
      },
      {
        "file": "server/src/records/records.db.test.ts",
        "title": "C-13: notices are versions that nobody can change, and the page a business without one links"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-13: is not complete without %s, and no number goes live with it"
      },
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
        "file": "server/src/card/card.db.test.ts",
        "title": "C-14: shows each consent with its wording, both halves and its leaf"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-14, C-16: writes a leaf for every step, and none of them holds the number"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-14: a code used by another sender proves nothing about a page; the chat alone is the evidence, and it is flagged"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-14: an edited text asks too, with the words as written; a no, a STOP or a text without the code does not"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-14: a code of a page lives as long as the business says; an older one leaves the chat as only evidence"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-14: the evidence of both acts is whole: words, wording, times, source, message ids, button; no address of a device"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-14: carries for each act the words, the time, the page, the message id and the wording by its hash"
      },
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "C-14: starts the double opt-in for the ticked topic, with what the page showed as evidence"
      },
      {
        "file": "widget/src/widget.browser.test.ts",
        "title": "C-14 sends topics, wording, page without query, and build; the desktop gets a QR code and the link"
      }
    ]
  },
  "C-15": {
    "sources": [
      "server/src/privacy/restricted-pack.ts",
      "server/src/proof/pack.ts",
      "server/src/proof/render.ts"
    ],
    "tests": [
      {
        "file": "e2e/proof.browser.test.ts",
        "title": "C-15: is one press away on the card"
      },
      {
        "file": "e2e/proof.browser.test.ts",
        "title": "C-15, C-16: the page from the pack itself verifies it from a disk, with the network off"
      },
      {
        "file": "e2e/proof.browser.test.ts",
        "title": "C-15: says whether a pack is the one of the paper that its QR code stands on"
      },
      {
        "file": "ledger/build-page.test.ts",
        "title": "C-15: the page that is checked in was built from these sources: else run `node ledger/build-page.ts`"
      },
      {
        "file": "ledger/build-page.test.ts",
        "title": "C-15: the page names no address and may reach none"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-15: accepts a pack as it was handed out, and says line by line what was checked"
      },
      {
        "file": "server/src/platform/pdf/pdf.test.ts",
        "title": "C-15: writes every kind of block as text that can be read out again, tagged and with its language"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-15, C-40: a court gets a pack that holds, made by the two who unlocked it, while that lasts"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-15: prints both halves word for word, with times in both clocks, page, message ids and the result of the check"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-15: is written in the language of the person: %s"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-15: is one request away, as the page is that checks it"
      },
      {
        "file": "server/src/proof/time.db.test.ts",
        "title": "C-15, C-16: a pack carries the token over the first stamped state, and is checked against it and against who is trusted"
      }
    ]
  },
  "C-16": {
    "sources": [
      "server/migrations/0002_append_only_ledger.sql",
      "server/migrations/0021_anchors.sql",
      "server/migrations/0023_row_security.sql",
      "server/src/retention/register.ts"
    ],
    "tests": [
      {
        "file": "e2e/proof.browser.test.ts",
        "title": "C-15, C-16: the page from the pack itself verifies it from a disk, with the network off"
      },
      {
        "file": "e2e/proof.browser.test.ts",
        "title": "C-16: page and command refuse it after any single byte was flipped"
      },
      {
        "file": "e2e/proof.browser.test.ts",
        "title": "C-16: a key from elsewhere counts more than the one in the pack"
      },
      {
        "file": "ledger/src/cosignature.test.ts",
        "title": "C-16: a cosignature says who saw the checkpoint, and when"
      },
      {
        "file": "ledger/src/cosignature.test.ts",
        "title": "C-16: whatever byte is flipped, it is refused"
      },
      {
        "file": "ledger/src/leaf.test.ts",
        "title": "C-16: the bytes of a leaf are those that RFC 8785 says, whatever its fields hold"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-16: refuses the archive after any single byte of it was flipped, wherever it is"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-16: refuses every file after any single byte of it was flipped, although the archive was packed anew"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-16: refuses %s"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-16: refuses evidence that does not open its leaf even when the keeper of the log signed the list"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-16: tells a leaf that is not in the log, with code 20"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-16: refuses a wording that is not the one that was shown"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-16: with a key from elsewhere, refuses a pack whose keeper made a log and a key of his own"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-16: refuses a time stamp %s, with code 50"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-14, C-16: writes a leaf for every step, and none of them holds the number"
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
      },
      {
        "file": "server/src/ledger/append-only.db.test.ts",
        "title": "C-16: refuse whoever owns them %s"
      },
      {
        "file": "server/src/ledger/append-only.db.test.ts",
        "title": "C-16: refuse the application’s work for a business %s"
      },
      {
        "file": "server/src/ledger/append-only.db.test.ts",
        "title": "C-16: give the application’s work for a business no right to try"
      },
      {
        "file": "server/src/ledger/command.db.test.ts",
        "title": "C-16: stored time stamps are checked again; a wrong one is named and ends it with code 50"
      },
      {
        "file": "server/src/ledger/witness/witness.db.test.ts",
        "title": "C-16: cosigns once a day what continues the checkpoint it saw last"
      },
      {
        "file": "server/src/ledger/witness/witness.db.test.ts",
        "title": "C-16: refuses another history of the same log, whoever holds its key"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-16: is refused after any byte was flipped: all of the small files, and of the large ones at many places"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-16: the command tells by its exit code, with the key of the pack or one from elsewhere"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-16: proves a withdrawal as it proves a consent"
      },
      {
        "file": "server/src/proof/time.db.test.ts",
        "title": "C-16: a token is read without any library, and refused for other data or after what it signs was changed"
      },
      {
        "file": "server/src/proof/time.db.test.ts",
        "title": "C-15, C-16: a pack carries the token over the first stamped state, and is checked against it and against who is trusted"
      }
    ]
  },
  "C-17": {
    "sources": [
      "admin/src/pages/settings/publish-dialog.tsx",
      "server/migrations/0001_ground.sql",
      "server/migrations/0017_consent_life.sql",
      "server/src/consent/ask-again.ts",
      "server/src/consent/publish-wording.ts",
      "server/src/consent/state.ts",
      "server/src/retention/register.ts"
    ],
    "tests": [
      {
        "file": "admin/src/pages/settings/word-diff.test.ts",
        "title": "C-17: shows what was added and removed, word by word"
      },
      {
        "file": "server/src/consent/state.test.ts",
        "title": "C-17: rests after a material change until a new YES, and nothing but the person or a question to them wakes it"
      },
      {
        "file": "server/src/consent/topics.db.test.ts",
        "title": "C-17: keep every version of a text as it was, and the newest counts for new opt-ins"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-17: takes no sign-up any more, cannot be undone, and only the data protection officer may do it"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-17: a published text is never edited, not even in the database"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-17: a new version that only says it better leaves consents as they are"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-17: a material change puts old consents out of scope: queue down, no marketing, other topics untouched"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-17: the member says what is new, and there must be something that it changes"
      }
    ]
  },
  "C-18": {
    "sources": [
      "server/src/templates/content.ts",
      "server/src/templates/lint/texts-meta.ts",
      "server/src/templates/lint/texts-parts.ts",
      "server/src/templates/render.ts",
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
      "admin/src/pages/contact/claims.tsx",
      "admin/src/pages/contacts/import-claims.tsx",
      "admin/src/pages/contacts/import-evidence.tsx",
      "admin/src/pages/contacts/import-wizard.tsx",
      "admin/src/pages/contacts/mapping.ts",
      "admin/src/pages/sources/material-card.tsx",
      "server/migrations/0020_evidence_imports.sql",
      "server/src/card/get.ts",
      "server/src/consent/state.ts",
      "server/src/contacts/import-chunk.ts",
      "server/src/contacts/import-claims.ts",
      "server/src/contacts/import-decide.ts",
      "server/src/contacts/import-evidence.ts",
      "server/src/contacts/import-mapping.ts",
      "server/src/contacts/import-sample.ts",
      "server/src/contacts/import-view.ts",
      "server/src/contacts/import.ts",
      "server/src/contacts/lapse-claims.ts",
      "server/src/contacts/special-category.ts",
      "server/src/privacy/person-tables.ts",
      "server/src/signup/material.ts",
      "server/src/standing/notify.ts"
    ],
    "tests": [
      {
        "file": "admin/src/pages/contacts/mapping.test.ts",
        "title": "C-19: a list that claims consents is sent only when somebody answers for its origin"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19, C-03: never confirm anybody, also once they were approved; the gate denies"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19: keep date, source, text and the hash of the file with every row"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19: claim nothing without complete evidence: %s"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19: wait for a second member; nobody decides about their own list"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19: refused lists leave no claim behind"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19, C-43: lapse after 30 days without a decision; members are reminded once, a week before"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19: need somebody who answers for their origin"
      },
      {
        "file": "server/src/contacts/reading.test.ts",
        "title": "C-19: needs a day, a place and a text"
      },
      {
        "file": "server/src/contacts/reading.test.ts",
        "title": "C-19: a list that was not collected by the business cannot be described at all"
      },
      {
        "file": "server/src/signup/material.db.test.ts",
        "title": "C-19, C-04: in %s leads to the person writing first, and sends nothing"
      }
    ]
  },
  "C-20": {
    "sources": [],
    "tests": [
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-20, C-21: being a customer, a company, or both is no consent"
      }
    ]
  },
  "C-21": {
    "sources": [],
    "tests": [
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-20, C-21: being a customer, a company, or both is no consent"
      }
    ]
  },
  "C-22": {
    "sources": [
      "admin/src/pages/contact/hold-notice.tsx",
      "server/src/consent/check-wording.ts",
      "server/src/consent/doubt.ts",
      "server/src/consent/grammar.ts",
      "server/src/consent/policy.ts",
      "server/src/contacts/unclear-stop.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/check-wording.test.ts",
        "title": "C-05, C-07, C-12, C-22: is complained of for its %s alone"
      },
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-22: “%s” holds marketing and asks a member when it is below the minimum age of 16"
      },
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-22: the minimum age is the business’s; a tap on “keep” does not end this hold, and a YES does not get round it"
      },
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
    "tests": [
      {
        "file": "server/src/contacts/contacts.db.test.ts",
        "title": "C-46, C-23: need a purpose, and are refused for special categories and for consent"
      },
      {
        "file": "server/src/segments/segments.db.test.ts",
        "title": "C-23: refuses special categories and what the business does not have"
      }
    ]
  },
  "C-24": {
    "sources": [
      "server/src/consent/withdraw.ts",
      "server/src/dispatch/gate-later.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": [
      {
        "file": "server/src/channels/connect.db.test.ts",
        "title": "C-24: saves none whose account’s events cannot be subscribed: no STOP would ever arrive"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-24, C-30: stops at once on STOP: queue taken down, address suppressed, one receipt"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-24: STOP while the question is open withdraws and suppresses; a later YES to that question is ignored"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-24: any STOP from a shared phone counts for its number"
      },
      {
        "file": "server/src/consent/histories.db.test.ts",
        "title": "C-01, C-24: whatever happens in whatever order, marketing leaves only to whom it may reach at that moment"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-24: a STOP from before the change counts, however late it arrives and though nobody has the old number any more"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39, C-24: in whatever order numbers, ids, keys and words come, marketing leaves only after a yes since the last change"
      },
      {
        "file": "server/src/consent/state.test.ts",
        "title": "C-24: is over after a withdrawal, whatever it was, and stays over until the person asks anew"
      },
      {
        "file": "server/src/contacts/gone-meanwhile.db.test.ts",
        "title": "C-24: a STOP holds for who they are now"
      },
      {
        "file": "server/src/contacts/gone-meanwhile.db.test.ts",
        "title": "C-24: nor is one lost that was said elsewhere, on the person’s page or to a member"
      },
      {
        "file": "server/src/contacts/parent-ids.db.test.ts",
        "title": "C-24: STOP under one id is STOP under all; only a new double opt-in lifts it, and then for all"
      },
      {
        "file": "server/src/dispatch/consent-foreign-key.db.test.ts",
        "title": "C-24: refuses a withdrawal while something is queued, and accepts it once the queue is down"
      },
      {
        "file": "server/src/dispatch/dispatch.db.test.ts",
        "title": "C-24: withholds everything of a person in the transaction of the withdrawal, and holds the receipt back for what is under way"
      },
      {
        "file": "server/src/dispatch/stop-race.db.test.ts",
        "title": "C-24: starts no marketing request once the withdrawal is about to commit, and closes the counts"
      },
      {
        "file": "server/src/dispatch/stop-race.db.test.ts",
        "title": "C-24: starts nothing of what was claimed for somebody who has written meanwhile"
      },
      {
        "file": "server/src/inbox/every-kind.db.test.ts",
        "title": "C-24: an edited message that now says STOP is a STOP; a yes is not slipped in so"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-24: a STOP counts from its receipt: nothing is sent to the person until it is processed, whatever processing does"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-24, C-30: judges STOP first, takes the queue down in the same transaction, and answers once"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-24: what is said in a group opens no window and asks nobody, but STOP is STOP"
      },
      {
        "file": "server/src/intake/parked.db.test.ts",
        "title": "C-24, C-29: waits on as long as its person cannot be held, and they get no marketing meanwhile"
      },
      {
        "file": "server/src/intake/parked.db.test.ts",
        "title": "C-24: eleven that wait on are not in the way of somebody else’s STOP"
      },
      {
        "file": "server/src/intake/parked.db.test.ts",
        "title": "C-24, C-29: that cannot even be opened is put aside, its person is held, and the others are processed"
      },
      {
        "file": "server/src/intake/parked.db.test.ts",
        "title": "C-24: in a chat from before the connection may have been a STOP, in what the business wrote itself not"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-24: learns of a withdrawal once, however often it is said"
      },
      {
        "file": "server/src/merge/merge-between.db.test.ts",
        "title": "C-24: a STOP that is said %s counts for both records, also once they are two again"
      },
      {
        "file": "server/src/merge/merge.db.test.ts",
        "title": "C-24: a record that comes alive again is somebody of their own: the merge is undone by itself, and their STOP is theirs"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-24: a tap %s keeps its words"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-24: a message with %s says what its parts say"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-24: a note stays readable whatever the order beside it looks like"
      }
    ]
  },
  "C-25": {
    "sources": [
      "server/src/dispatch/reasons.ts",
      "server/src/preferences/acts.ts"
    ],
    "tests": [
      {
        "file": "e2e/settings.browser.test.ts",
        "title": "C-25, C-30: one tap ends a topic and one ends all, each with one receipt in the chat"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-25: refuses on NO, and takes a NO after YES as a withdrawal"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-25: a NO after the YES is a withdrawal, at any later time"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-25: leaving takes one message or one tap, before anything is asked"
      },
      {
        "file": "server/src/preferences/preferences.db.test.ts",
        "title": "C-25: a topic ends with one tap, without a question, and opening addresses ends nothing"
      }
    ]
  },
  "C-26": {
    "sources": [
      "admin/src/pages/contact/withdraw-dialog.tsx",
      "server/src/card/withdraw.ts",
      "server/src/privacy/open-request.ts",
      "server/src/retention/register.ts"
    ],
    "tests": [
      {
        "file": "server/src/card/card.db.test.ts",
        "title": "C-26: records an objection like a STOP, and keeps its words out of the audit log"
      },
      {
        "file": "server/src/privacy/requests.db.test.ts",
        "title": "C-26: an objection takes effect at once, whoever notes it, without asking who it was"
      }
    ]
  },
  "C-27": {
    "sources": [
      "admin/src/pages/template/draft.ts",
      "admin/src/pages/template/opt-out-texts.ts",
      "server/src/campaigns/readiness.ts",
      "server/src/templates/content.ts",
      "server/src/templates/create.ts",
      "server/src/templates/library/build.ts",
      "server/src/templates/library/cases.ts",
      "server/src/templates/lint/lint.ts",
      "server/src/templates/lint/opt-out-texts.ts",
      "server/src/templates/lint/texts-law.ts",
      "server/src/templates/opt-out.ts",
      "server/src/templates/routes.ts"
    ],
    "tests": [
      {
        "file": "scripts/opt-out-texts.test.ts",
        "title": "C-27: the editor starts with the way out that the server would put in"
      },
      {
        "file": "server/src/templates/follow.db.test.ts",
        "title": "C-27: marketing gets button and footer of its language by default; who declines that hears of it and cannot submit"
      },
      {
        "file": "server/src/templates/library/library.test.ts",
        "title": "C-27: marketing carries both ways out, and service none"
      },
      {
        "file": "server/src/templates/lint/lint.test.ts",
        "title": "C-27: refuses marketing without a way out"
      }
    ]
  },
  "C-28": {
    "sources": [
      "admin/src/pages/settings/stop-words.tsx",
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
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-29: holds marketing when a stop is unclear, asks once, and obeys the answer"
      },
      {
        "file": "server/src/consent/grammar.test.ts",
        "title": "C-29: an unclear line holds: it never stops and is never overlooked"
      },
      {
        "file": "server/src/inbox/every-kind.db.test.ts",
        "title": "C-29: a stop in the note to an order is asked back; a name on a card is nobody’s will"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-29: puts a voice message of somebody who is held before a member, and never reads it as will"
      },
      {
        "file": "server/src/intake/parked.db.test.ts",
        "title": "C-24, C-29: waits on as long as its person cannot be held, and they get no marketing meanwhile"
      },
      {
        "file": "server/src/intake/parked.db.test.ts",
        "title": "C-24, C-29: that cannot even be opened is put aside, its person is held, and the others are processed"
      }
    ]
  },
  "C-30": {
    "sources": [
      "server/src/consent/notes.ts",
      "server/src/consent/texts.ts",
      "server/src/dispatch/kinds.ts"
    ],
    "tests": [
      {
        "file": "e2e/settings.browser.test.ts",
        "title": "C-25, C-30: one tap ends a topic and one ends all, each with one receipt in the chat"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-24, C-30: stops at once on STOP: queue taken down, address suppressed, one receipt"
      },
      {
        "file": "server/src/consent/notes.test.ts",
        "title": "C-30, C-31: notices in %s are short, name what they are about and the way out"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-24, C-30: judges STOP first, takes the queue down in the same transaction, and answers once"
      },
      {
        "file": "server/src/preferences/preferences.db.test.ts",
        "title": "C-30: exactly one receipt follows, however often the button is pressed"
      }
    ]
  },
  "C-31": {
    "sources": [
      "server/src/consent/withdraw.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/preferences/acts.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-31: keeps other topics when only one is left"
      },
      {
        "file": "server/src/consent/notes.test.ts",
        "title": "C-30, C-31: notices in %s are short, name what they are about and the way out"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-31: leaving one topic leaves the others, and the receipt says what stays"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-31: a plain STOP is all marketing, and the receipt says that answers go on"
      },
      {
        "file": "server/src/preferences/preferences.db.test.ts",
        "title": "C-31: one purpose ends alone, the stop ends all of them"
      },
      {
        "file": "server/src/preferences/preferences.db.test.ts",
        "title": "C-31: pauses: the gate withholds until then, the card says why, and consents stay"
      }
    ]
  },
  "C-32": {
    "sources": [
      "server/migrations/0001_ground.sql",
      "server/src/contacts/note-meta-preference.ts",
      "server/src/dispatch/hooks.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/intake/process-person.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-32: “not interested” at WhatsApp tells us nothing and changes nothing; its switch for marketing does"
      },
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-32: a resume that is older than the stop changes nothing, in whatever order they arrive"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-32: takes WhatsApp's own stop for a withdrawal without a receipt, and resume for nothing but Meta's block"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-32: a stop in WhatsApp %s is a stop"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-32: a resume of a category that we do not know lifts nothing"
      }
    ]
  },
  "C-33": {
    "sources": [
      "server/src/consent/answer.ts",
      "server/src/consent/share-suppression.ts",
      "server/src/consent/withdraw.ts",
      "server/src/contacts/import-claims.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/privacy/forget-block.ts"
    ],
    "tests": [
      {
        "file": "e2e/settings.browser.test.ts",
        "title": "C-33: the way back in is the question in the chat, nothing less"
      },
      {
        "file": "server/src/consent/consent.db.test.ts",
        "title": "C-33: comes back only through a new double opt-in, which lifts the suppression"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-33: after a STOP only the person comes back, by a whole new double opt-in; the history stays"
      },
      {
        "file": "server/src/consent/state.test.ts",
        "title": "C-33: who said no or left is never asked of ourselves"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-33: who left, is held or said no within six months is not asked; a STOP instead of an answer still stops"
      },
      {
        "file": "server/src/consent/wording-life.db.test.ts",
        "title": "C-33: a NO keeps only us silent: the person may sign up by themselves the next minute, with both halves"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-33, C-35: do not lift an objection; who has objected gets no claim"
      },
      {
        "file": "server/src/merge/merge-between.db.test.ts",
        "title": "C-33: a pause that the person asked for under either record goes on, the longer one, when %s makes them one"
      },
      {
        "file": "server/src/merge/merge.db.test.ts",
        "title": "C-33: a block, a no, a hold and a restriction of either count for both"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-33: nobody takes somebody who is still here off the block list"
      }
    ]
  },
  "C-34": {
    "sources": [
      "server/src/consent/forget-person.ts",
      "server/src/platform/vault/vault.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-34: “wrong number” ends everything, blocks the address and asks a member to erase"
      },
      {
        "file": "server/src/consent/edge-cases.db.test.ts",
        "title": "C-34: whoever was erased stays blocked when the number comes back by import; only their own new YES lifts it"
      },
      {
        "file": "server/src/contacts/parent-ids.db.test.ts",
        "title": "C-34, C-37: the export names every id, the erasure forgets them, and the block holds under an id never seen before"
      },
      {
        "file": "server/src/privacy/privacy.db.test.ts",
        "title": "C-34: keeps the block list, and says so when the person comes back in a file"
      },
      {
        "file": "server/src/privacy/privacy.db.test.ts",
        "title": "C-34: keeps what a plain digest of the number would give away out of the block list"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-34, C-40: goes at once, and the block list entry too, when the person demands it"
      }
    ]
  },
  "C-35": {
    "sources": [
      "server/src/contacts/import-claims.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": [
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-33, C-35: do not lift an objection; who has objected gets no claim"
      },
      {
        "file": "server/src/dispatch/gate-audience.db.test.ts",
        "title": "C-35: says the same as the gate everywhere else"
      },
      {
        "file": "server/src/dispatch/stop-race.db.test.ts",
        "title": "C-35: freezes an audience while some of it withdraws: everybody is counted, nobody who withdrew is queued"
      }
    ]
  },
  "C-36": {
    "sources": [
      "server/src/preferences/page-home.ts"
    ],
    "tests": [
      {
        "file": "server/src/preferences/preferences.db.test.ts",
        "title": "C-36: the right to object stands alone, in every language"
      }
    ]
  },
  "C-37": {
    "sources": [
      "server/src/consent/judge.ts",
      "server/src/integrations/told-hosts.ts",
      "server/src/preferences/code.ts",
      "server/src/privacy/export-pdf.ts",
      "server/src/privacy/export-words.ts",
      "server/src/privacy/export.ts",
      "server/src/privacy/from-chat.ts",
      "server/src/privacy/open-request.ts",
      "server/src/privacy/person-tables.ts",
      "server/src/retention/describe.ts"
    ],
    "tests": [
      {
        "file": "e2e/settings.browser.test.ts",
        "title": "C-37: with the code from the chat the data is there, and gone when the person wants it"
      },
      {
        "file": "server/src/consent/chat-wishes.db.test.ts",
        "title": "C-74, C-37: %s is %s, and changes nothing by itself"
      },
      {
        "file": "server/src/consent/grammar.test.ts",
        "title": "C-74, C-37: a wish to the chat: %s"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-37, C-40: are in the export of the person, and gone with the person"
      },
      {
        "file": "server/src/contacts/parent-ids.db.test.ts",
        "title": "C-34, C-37: the export names every id, the erasure forgets them, and the block holds under an id never seen before"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-37: stands in the answer to an access request, with what it was told"
      },
      {
        "file": "server/src/merge/merge-between.db.test.ts",
        "title": "C-37: links to the page of either record open nothing any more"
      },
      {
        "file": "server/src/merge/merge.db.test.ts",
        "title": "C-37: leaves nothing behind in any table that says its rows go over"
      },
      {
        "file": "server/src/preferences/preferences.db.test.ts",
        "title": "C-37: needs a code from the chat, which counts once, for ten minutes and five tries"
      },
      {
        "file": "server/src/privacy/export-pdf.db.test.ts",
        "title": "C-37: speaks the person’s language: %s"
      },
      {
        "file": "server/src/privacy/export-pdf.db.test.ts",
        "title": "C-37: speaks the business’s language to whoever has none that we speak"
      },
      {
        "file": "server/src/privacy/export-pdf.db.test.ts",
        "title": "C-37, C-43: says the periods of this business where it made them shorter"
      },
      {
        "file": "server/src/privacy/privacy.db.test.ts",
        "title": "C-37: knows every table that holds something about a person"
      },
      {
        "file": "server/src/privacy/privacy.db.test.ts",
        "title": "C-37: gives a person everything, opened"
      },
      {
        "file": "server/src/privacy/privacy.db.test.ts",
        "title": "C-37: prints it, readable, with nothing left out"
      },
      {
        "file": "server/src/privacy/privacy.db.test.ts",
        "title": "C-37: tells what was said within one second in the order in which it came"
      },
      {
        "file": "server/src/privacy/request-state.test.ts",
        "title": "C-37: nothing is carried out before it is known who asks"
      },
      {
        "file": "server/src/privacy/requests.db.test.ts",
        "title": "C-37: AUSKUNFT in the chat opens an access request, proved by the number, and is answered once with the date"
      },
      {
        "file": "server/src/privacy/requests.db.test.ts",
        "title": "C-37: what reaches staff is carried out only once it is known who asks"
      }
    ]
  },
  "C-38": {
    "sources": [
      "server/src/privacy/deadline.ts",
      "server/src/privacy/open-request.ts",
      "server/src/privacy/remind.ts"
    ],
    "tests": [
      {
        "file": "server/src/privacy/deadline.test.ts",
        "title": "C-38: runs one month from receipt, three when extended, to the last day of a shorter month"
      },
      {
        "file": "server/src/privacy/deadline.test.ts",
        "title": "C-38: is calm, soon from ten days before, urgent from three, overdue from the very moment"
      },
      {
        "file": "server/src/privacy/deadline.test.ts",
        "title": "C-38: reminds once for each step, and only of the last one where several were missed"
      },
      {
        "file": "server/src/privacy/requests.db.test.ts",
        "title": "C-38: members are reminded ten and three days before, it turns red, two months more once and with a reason"
      },
      {
        "file": "server/src/privacy/requests.db.test.ts",
        "title": "C-38: lists who waits by deadline, page by page, and everything newest first"
      }
    ]
  },
  "C-39": {
    "sources": [
      "server/src/consent/suspend.ts",
      "server/src/contacts/correct-number.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/intake/hooks.ts",
      "server/src/integrations/on-events.ts",
      "server/src/preferences/link.ts",
      "server/src/privacy/carry-out.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-39: a new number: consents rest, the person is asked anew when they write, the old number inherits nothing"
      },
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-39: a suppression is copied to the new number and id"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: only YES to the one question makes it whole again; words, other topics and members do not"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: of an unknown person the new identity is somebody new, without a consent; what blocks the old one blocks the new"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: two changes told in the wrong order still lead from the first to the last"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: the new number was somebody else’s before: their consents rest, and they are not there any more"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: who has written under the number since keeps it"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: a known number under another id has another holder, who inherits nothing"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: a known id under another number rests until the person says yes there"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: a new encryption key may be a new holder: consents rest, and only a new double opt-in wakes them"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39: a new key ends an open question; a STOP, a NO and a block stand as they stood"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-39, C-24: in whatever order numbers, ids, keys and words come, marketing leaves only after a yes since the last change"
      },
      {
        "file": "server/src/contacts/gone-meanwhile.db.test.ts",
        "title": "C-39: a change of number is that of who they are now"
      },
      {
        "file": "server/src/contacts/parent-ids.db.test.ts",
        "title": "C-39: a change that one portfolio tells of rests the consents, and the other’s id still leads to the person"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-39: learns that something was corrected, by name and without the values"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-39: learns nothing of what was rolled back"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-39: is told in the order in which it happened, and an erasure is not held up by what failed before"
      },
      {
        "file": "server/src/privacy/requests.db.test.ts",
        "title": "C-39: corrects what is wrong and tells recipients; another number inherits neither consent nor contact"
      }
    ]
  },
  "C-40": {
    "sources": [
      "server/src/dispatch/reasons.ts",
      "server/src/integrations/on-events.ts",
      "server/src/platform/vault/vault.ts",
      "server/src/privacy/erase.ts",
      "server/src/privacy/person-tables.ts",
      "server/src/privacy/restricted-pack.ts",
      "server/src/retention/register.ts"
    ],
    "tests": [
      {
        "file": "server/src/contacts/gone-meanwhile.db.test.ts",
        "title": "C-40: who was just erased is somebody new"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-37, C-40: are in the export of the person, and gone with the person"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-40: learns of an erasure by the id alone; what is kept of it leads to nobody"
      },
      {
        "file": "server/src/merge/merge.db.test.ts",
        "title": "C-40: an erasure takes what was merged into the person as well, and blocks all they were known by"
      },
      {
        "file": "server/src/privacy/privacy.db.test.ts",
        "title": "C-40: leaves nothing that opens, and no trace in a dump"
      },
      {
        "file": "server/src/privacy/requests.db.test.ts",
        "title": "C-40: erases, tells recipients, ends what else waits; the person may do it for themselves"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-40: moves to a restricted vault under a key of its own, everything else is gone at once"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-40: still verifies, as evidence that nobody may open just so"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-40: opens for two members together only, for one purpose, for a day, and every look is noted"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-15, C-40: a court gets a pack that holds, made by the two who unlocked it, while that lasts"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-40: what stays after the shredding cannot be tied to a number by trying hundreds of thousands"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-34, C-40: goes at once, and the block list entry too, when the person demands it"
      }
    ]
  },
  "C-41": {
    "sources": [
      "server/src/contacts/restrict.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/integrations/on-events.ts"
    ],
    "tests": [
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-01, C-41: needs every one of its checks: without it, somebody would get what only it stops"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-41: learns that the processing is restricted, and that it is free again"
      },
      {
        "file": "server/src/privacy/requests.db.test.ts",
        "title": "C-41: restricts: nothing is sent, nothing can be changed, recipients are told"
      }
    ]
  },
  "C-42": {
    "sources": [
      "server/src/consent/policy.ts",
      "server/src/privacy/portability.ts",
      "server/src/proof/check-consent.ts"
    ],
    "tests": [
      {
        "file": "e2e/proof.browser.test.ts",
        "title": "C-42: after erasure both say that the evidence is gone and the entry is not"
      },
      {
        "file": "ledger/src/verify_pack.test.ts",
        "title": "C-42: counts shredded evidence as included, with code 10"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-42: is off unless the business wants it"
      },
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-42: tells what, when, by which version of the text, and how to leave; a STOP in between takes it down"
      },
      {
        "file": "server/src/privacy/privacy.db.test.ts",
        "title": "C-42: gives what the person provided in a form to take along, with a receipt for each consent"
      },
      {
        "file": "server/src/proof/consent-record.test.ts",
        "title": "C-42: the schema in the docs is the one that records are written by: else run this test with -u"
      },
      {
        "file": "server/src/proof/consent-record.test.ts",
        "title": "C-42: the schema names every field of a consent record of ISO/IEC TS 27560"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-42: gives the consents to programs in the shape of ISO/IEC TS 27560 with terms of W3C DPV"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-42: after erasure the pack still proves the entries, names nobody, and ends with code 10"
      }
    ]
  },
  "C-43": {
    "sources": [
      "server/migrations/0012_growth.sql",
      "server/migrations/0018_rights.sql",
      "server/src/consent/forget-attempts.ts",
      "server/src/consent/jobs.ts",
      "server/src/contacts/lapse-claims.ts",
      "server/src/platform/config.ts",
      "server/src/privacy/periods.ts",
      "server/src/records/build-processing.ts",
      "server/src/retention/job.ts",
      "server/src/retention/page.ts",
      "server/src/retention/register.ts",
      "server/src/retention/rule.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/options.db.test.ts",
        "title": "C-43: what is left of an attempt that nobody confirmed goes 30 days after it ended; proof of an earlier yes stays"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-19, C-43: lapse after 30 days without a decision; members are reminded once, a week before"
      },
      {
        "file": "server/src/contacts/import-claims.db.test.ts",
        "title": "C-43: lapse earlier where the business says so; what was decided stays, and so does a list that is waited for"
      },
      {
        "file": "server/src/insights/keep-days.db.test.ts",
        "title": "C-43: keep their figures when the messages of their month are dropped, however often they are counted"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-43: what arrived is forgotten after 30 days, what never did after 90"
      },
      {
        "file": "server/src/privacy/export-pdf.db.test.ts",
        "title": "C-37, C-43: says the periods of this business where it made them shorter"
      },
      {
        "file": "server/src/retention/retention.db.test.ts",
        "title": "C-43: has a rule for every table; write one into retention/register.ts"
      },
      {
        "file": "server/src/retention/retention.db.test.ts",
        "title": "C-43: a business may keep things shorter, never longer, and sees what goes when"
      },
      {
        "file": "server/src/retention/retention.db.test.ts",
        "title": "C-43: says every rule in both languages, and what ends the rest"
      }
    ]
  },
  "C-44": {
    "sources": [
      "admin/src/pages/privacy/proof-span.tsx",
      "server/migrations/0018_rights.sql",
      "server/src/privacy/retain-until.ts",
      "server/src/privacy/settings.ts",
      "server/src/privacy/shred-proofs.ts",
      "server/src/retention/register.ts",
      "server/src/retention/words.ts"
    ],
    "tests": [
      {
        "file": "server/src/privacy/retain-until.test.ts",
        "title": "C-44: three years to the end of the year, from the last of grant, use and withdrawal"
      },
      {
        "file": "server/src/privacy/retain-until.test.ts",
        "title": "C-44: five years to the day where the wording also covers calls, counted anew with every use"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-44: goes with its key in the night after its time, the ledger says so, proofs still verify"
      },
      {
        "file": "server/src/privacy/vault.db.test.ts",
        "title": "C-44: of people who are still here it goes when all their consents ended long ago"
      }
    ]
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
    "tests": [
      {
        "file": "server/src/consent/lapse.db.test.ts",
        "title": "C-45: ends what was of no use for 24 months, takes its queue down and records it"
      },
      {
        "file": "server/src/consent/lapse.db.test.ts",
        "title": "C-45: takes the shorter time of the business"
      },
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-01, C-45: says the same as its oracle, for any facts, whether it looks people up or reads about all"
      }
    ]
  },
  "C-46": {
    "sources": [
      "admin/src/pages/settings/field-sheet.tsx",
      "server/src/contacts/fields.ts",
      "server/src/members/auth.ts"
    ],
    "tests": [
      {
        "file": "server/src/contacts/contacts.db.test.ts",
        "title": "C-46, C-23: need a purpose, and are refused for special categories and for consent"
      }
    ]
  },
  "C-47": {
    "sources": [
      "server/src/audit/record.ts",
      "server/src/platform/log.ts",
      "server/src/platform/metrics.ts",
      "server/src/platform/signal.ts"
    ],
    "tests": [
      {
        "file": "server/src/app/canary.db.test.ts",
        "title": "C-47, C-48: leaves no trace in logs, metrics, errors, the database, the job queue, the audit log and other people’s exports"
      },
      {
        "file": "server/src/dispatch/refusals.db.test.ts",
        "title": "C-47: logs what Meta says about a request that was wrong, without the number of anybody"
      },
      {
        "file": "server/src/whatsapp/errors.test.ts",
        "title": "C-47: keeps of what Meta says about an error nothing that could be a number or an id of a person"
      }
    ]
  },
  "C-48": {
    "sources": [
      "server/src/app/doctor/around.ts",
      "server/src/businesses/rotate-key.ts",
      "server/src/platform/vault/keyring.ts",
      "server/src/platform/vault/vault.ts"
    ],
    "tests": [
      {
        "file": "server/src/app/canary.db.test.ts",
        "title": "C-47, C-48: leaves no trace in logs, metrics, errors, the database, the job queue, the audit log and other people’s exports"
      },
      {
        "file": "server/src/app/command-line.db.test.ts",
        "title": "C-48: says how it is used, when it is not said which keys"
      },
      {
        "file": "server/src/app/command-line.db.test.ts",
        "title": "C-48: --master replaces the key in the data folder; people stay readable and the old key opens nothing"
      },
      {
        "file": "server/src/app/command-line.db.test.ts",
        "title": "C-48: --master with a key from the environment wants the new one beside the old one"
      },
      {
        "file": "server/src/app/command-line.db.test.ts",
        "title": "C-48: --businesses replaces the key of the one that is named, once every process knows the next one"
      },
      {
        "file": "server/src/app/doctor/doctor.db.test.ts",
        "title": "C-48: says that the master key is another one, and what to do"
      },
      {
        "file": "server/src/app/rotate-keys.db.test.ts",
        "title": "C-48: of a business: every process reads everything at every step, whichever key it holds"
      },
      {
        "file": "server/src/app/rotate-keys.db.test.ts",
        "title": "C-48: by the command, which waits until the others know"
      },
      {
        "file": "server/src/app/rotate-keys.db.test.ts",
        "title": "C-48: the master key: both are let in, the old one alone no longer afterwards"
      },
      {
        "file": "server/src/app/rotate-keys.db.test.ts",
        "title": "C-48: gets a secret of its own, which is not its master key, and the same for all that start together"
      },
      {
        "file": "server/src/platform/vault/vault.test.ts",
        "title": "C-48: is replaced by a new one, with the old one beside it until that is done"
      },
      {
        "file": "server/src/platform/vault/vault.test.ts",
        "title": "C-48: opens what an earlier key sealed, and seals with the new one alone"
      }
    ]
  },
  "C-49": {
    "sources": [
      "server/migrations/0023_row_security.sql",
      "server/src/platform/db/scope.ts"
    ],
    "tests": [
      {
        "file": "server/src/app/doctor/doctor.db.test.ts",
        "title": "C-49: says which table lacks row-level security"
      },
      {
        "file": "server/src/app/foreign-ids.db.test.ts",
        "title": "C-49: in the address are not found, at every endpoint of the API"
      },
      {
        "file": "server/src/app/foreign-ids.db.test.ts",
        "title": "C-49: in a body or a query are never taken"
      },
      {
        "file": "server/src/app/foreign-ids.db.test.ts",
        "title": "C-49: are real: their own business finds something at every address"
      },
      {
        "file": "server/src/app/row-security.db.test.ts",
        "title": "C-49: each table with business_id has the policy, and nobody gets around it by a partition"
      },
      {
        "file": "server/src/app/row-security.db.test.ts",
        "title": "C-49: a table that comes later gets the policy by itself"
      },
      {
        "file": "server/src/app/row-security.db.test.ts",
        "title": "C-49: statements that name no business show the rows of one, and none when it is not said which"
      },
      {
        "file": "server/src/app/row-security.db.test.ts",
        "title": "C-49: foreign rows are neither changed nor deleted nor made"
      },
      {
        "file": "server/src/app/row-security.db.test.ts",
        "title": "C-49: partitions, sign-ins and keys of the installation are closed to the work of a business"
      },
      {
        "file": "server/src/app/row-security.db.test.ts",
        "title": "C-49: every context of a business is bound to it, in and out of transactions, whoever used the connection before"
      },
      {
        "file": "server/src/app/row-security.db.test.ts",
        "title": "C-49: a statement that fails leaves the connection with whom it belongs to"
      },
      {
        "file": "server/src/app/row-security.db.test.ts",
        "title": "C-49: a login that may not make the role goes on with keys alone, until somebody makes it"
      },
      {
        "file": "server/src/intake/several-businesses.db.test.ts",
        "title": "C-49: one webhook for several businesses: each hears its own, ids beyond 2^53 keep their digits"
      },
      {
        "file": "server/src/intake/several-businesses.db.test.ts",
        "title": "C-49, C-76: a business’s own app speaks for its own numbers only; what it says of others reaches none of them"
      },
      {
        "file": "server/src/intake/several-businesses.db.test.ts",
        "title": "C-49, C-76: while one of two enters the new secret of their app, nobody reads or loses what is the other’s"
      },
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-49: learns nothing about the people of another business"
      },
      {
        "file": "server/src/merge/duplicates.db.test.ts",
        "title": "C-49: is for those who may merge"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-49: tells nothing of people and consents that are not there, or of another business"
      }
    ]
  },
  "C-50": {
    "sources": [
      "server/src/contacts/hold.ts",
      "server/src/inbox/read.ts",
      "server/src/intake/replay.ts",
      "server/src/standing/notifications.ts"
    ],
    "tests": [
      {
        "file": "server/src/app/role-matrix.db.test.ts",
        "title": "C-50: the table of endpoints and roles is the one that was looked at; if it should change, run this file with `-u`"
      },
      {
        "file": "server/src/app/role-matrix.db.test.ts",
        "title": "C-50: what concerns breaches, requests and duties is for owners and data protection officers"
      },
      {
        "file": "server/src/app/role-matrix.db.test.ts",
        "title": "C-50: people who answer chats export nothing and change nothing for everybody"
      },
      {
        "file": "server/src/app/role-matrix.db.test.ts",
        "title": "C-50: whoever answers chats may put a person on hold; to lift it, and to replay what was put aside, takes more"
      },
      {
        "file": "server/src/app/role-matrix.db.test.ts",
        "title": "C-50: members, numbers and going live are for owners alone"
      },
      {
        "file": "server/src/app/role-matrix.db.test.ts",
        "title": "C-50: the owner may do all that any other role may, except for the installation"
      },
      {
        "file": "server/src/integrations/routes.db.test.ts",
        "title": "C-50: are for owners; data protection officers may look"
      },
      {
        "file": "server/src/proof/proof.db.test.ts",
        "title": "C-50: only who may see proofs gets one, and every download is in the audit log"
      },
      {
        "file": "server/src/records/remind-breaches.db.test.ts",
        "title": "C-55, C-50: are for owners and data protection officers; nobody else reads them"
      }
    ]
  },
  "C-51": {
    "sources": [
      "admin/src/pages/records/record-part.tsx",
      "server/src/integrations/told-hosts.ts",
      "server/src/records/build-processing.ts",
      "server/src/retention/describe.ts"
    ],
    "tests": [
      {
        "file": "server/src/integrations/integrations.db.test.ts",
        "title": "C-51: stands in the record of processing, host by host, as long as it is switched on"
      },
      {
        "file": "server/src/records/documents.db.test.ts",
        "title": "C-51: the record is a readable PDF with its version, its digest and its approval"
      },
      {
        "file": "server/src/records/records.db.test.ts",
        "title": "C-51: the record follows the live configuration: a change of retention shows in its differences"
      },
      {
        "file": "server/src/records/records.db.test.ts",
        "title": "C-51: names roles, purposes, data, recipients, transfers, retention and measures"
      }
    ]
  },
  "C-52": {
    "sources": [
      "admin/src/pages/records/live-part.tsx",
      "server/migrations/0022_records.sql",
      "server/migrations/0029_doors.sql",
      "server/src/app/demo/duties.ts",
      "server/src/campaigns/readiness.ts",
      "server/src/channels/channel.ts",
      "server/src/channels/live.ts",
      "server/src/channels/routes.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/records/go-live.ts",
      "server/src/records/requirements.ts"
    ],
    "tests": [
      {
        "file": "server/src/records/records.db.test.ts",
        "title": "C-52: a number goes live only when everything is recorded, and the gate keeps to it"
      },
      {
        "file": "server/src/records/records.db.test.ts",
        "title": "C-52: what comes up after the screening or the approval has to be looked at before another number"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-52: goes through the whole truth table, and is open only when nothing is missing"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-52: says for everything that is missing what to do, and where"
      }
    ]
  },
  "C-53": {
    "sources": [
      "admin/src/pages/records/processors-part.tsx",
      "server/src/records/build-processing.ts",
      "server/src/records/pack.ts"
    ],
    "tests": [
      {
        "file": "server/src/app/egress.db.test.ts",
        "title": "C-53: talks to the host of the Graph API and to nobody else, from its start through its jobs"
      },
      {
        "file": "server/src/app/egress.db.test.ts",
        "title": "C-53: is set up to reach nobody else: no time stamps, no mail, and Meta by name"
      },
      {
        "file": "server/src/records/documents.db.test.ts",
        "title": "C-53: the pack holds the agreement filled with facts, the processors with their changes, the measures and the record"
      },
      {
        "file": "server/src/records/records.db.test.ts",
        "title": "C-53: tells the members when the list of processors changes"
      }
    ]
  },
  "C-54": {
    "sources": [
      "admin/src/pages/records/channel-live.tsx",
      "admin/src/pages/settings/channel-storage.tsx",
      "server/migrations/0022_records.sql",
      "server/migrations/0035_storage_change.sql",
      "server/src/channels/channel.ts",
      "server/src/channels/checks/sender.ts",
      "server/src/channels/live.ts",
      "server/src/channels/set-storage.ts",
      "server/src/channels/storage.ts",
      "server/src/records/notice-words/words.ts",
      "server/src/records/storage-words.ts",
      "server/src/standing/storage-news.ts"
    ],
    "tests": [
      {
        "file": "server/src/channels/finish-storage.db.test.ts",
        "title": "C-54: a change of the data location that nobody ended"
      },
      {
        "file": "server/src/channels/set-storage.db.test.ts",
        "title": "C-54: a registered number is deregistered, set and registered again, and the record knows"
      },
      {
        "file": "server/src/channels/set-storage.db.test.ts",
        "title": "C-54: what Meta refuses changes nothing: the number is registered again as it was"
      },
      {
        "file": "server/src/channels/set-storage.db.test.ts",
        "title": "C-54: a number that does not come back sends nothing, and doing it again goes on where it ended"
      },
      {
        "file": "server/src/channels/set-storage.db.test.ts",
        "title": "C-54: while messages are on their way nothing is changed"
      },
      {
        "file": "server/src/channels/set-storage.db.test.ts",
        "title": "C-54: a number of the app on the phone has none, and only an owner may choose"
      },
      {
        "file": "server/src/records/profile.db.test.ts",
        "title": "C-54: the setting of the number stands in the record, as Meta says it or as somebody states it"
      },
      {
        "file": "server/src/records/records.db.test.ts",
        "title": "C-54: mirrors where Meta keeps content"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-54: are read as Meta writes them, and said in words"
      }
    ]
  },
  "C-55": {
    "sources": [
      "admin/src/pages/records/breaches-part.tsx",
      "server/src/records/breach-state.ts",
      "server/src/records/remind-breaches.ts",
      "server/src/standing/alert-subjects.ts",
      "server/src/standing/notifications.ts"
    ],
    "tests": [
      {
        "file": "server/src/records/breach.db.test.ts",
        "title": "C-55: counts down from the moment somebody knew, by the hours configured when it began"
      },
      {
        "file": "server/src/records/breach.db.test.ts",
        "title": "C-55: is a register of all breaches that nobody can change, sealed, for owners and data protection officers"
      },
      {
        "file": "server/src/records/breach.db.test.ts",
        "title": "C-55: finds the people concerned by table, time and segment, and lists them"
      },
      {
        "file": "server/src/records/breach.db.test.ts",
        "title": "C-55: closes with both decisions and a complete form, and only notes come after"
      },
      {
        "file": "server/src/records/documents.db.test.ts",
        "title": "C-55: a breach prints its form, what is still open, and its timeline"
      },
      {
        "file": "server/src/records/remind-breaches.db.test.ts",
        "title": "C-55: come 48 and 66 hours after somebody knew, once each, and when the 72 are over"
      },
      {
        "file": "server/src/records/remind-breaches.db.test.ts",
        "title": "C-55: follow the deadline that was configured when the breach began, and come at once when it was noted late"
      },
      {
        "file": "server/src/records/remind-breaches.db.test.ts",
        "title": "C-55: stop as soon as a notification is noted, or that no risk is likely"
      },
      {
        "file": "server/src/records/remind-breaches.db.test.ts",
        "title": "C-55, C-50: are for owners and data protection officers; nobody else reads them"
      },
      {
        "file": "server/src/records/remind-breaches.db.test.ts",
        "title": "C-55: go by mail too where a server is set, to each of them alone, and say nothing of what happened"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-55: has a clock that runs from the moment somebody knew, of 72 hours or as configured"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-55: reminds 24 and 6 hours before its deadline and at it; a short deadline has fewer reminders"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-55: has a form that is not complete without %s"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-55: asks for the reason of a late notification, and closes only with both decisions and a complete form"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-55: has a text for the people concerned in both languages, and marks what is not known yet"
      },
      {
        "file": "server/src/records/tell-affected.db.test.ts",
        "title": "C-55: needs everything that Art. 34 (2) asks for before a text leaves"
      },
      {
        "file": "server/src/records/tell-affected.db.test.ts",
        "title": "C-55: has the text in six languages, each with the facts and nothing else"
      },
      {
        "file": "server/src/records/tell-affected.db.test.ts",
        "title": "C-55, C-63: goes as an answer inside the open window, in the language of the person, once; to nobody else"
      },
      {
        "file": "server/src/records/tell-affected.db.test.ts",
        "title": "C-55: counts who was told, and lists all others with the reason and their address, for mail, post or phone"
      },
      {
        "file": "server/src/records/tell-affected.db.test.ts",
        "title": "C-55: notes when and in which ways people were told"
      },
      {
        "file": "server/src/standing/notifications.db.test.ts",
        "title": "keeps breaches from those who may not know of them (C-55), and is no matter of machines"
      }
    ]
  },
  "C-56": {
    "sources": [
      "admin/src/pages/records/screening-part.tsx",
      "server/src/records/screen.ts",
      "server/src/records/screening-rules.ts"
    ],
    "tests": [
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-56: asks for an assessment as its table says: one grave answer, or two others"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-56: fires on %s"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-56: required blocks going live until the assessment is documented"
      }
    ]
  },
  "C-57": {
    "sources": [
      "admin/src/pages/records/channel-live.tsx",
      "admin/src/pages/settings/channel-profile.tsx",
      "server/src/channels/checks/sender.ts",
      "server/src/channels/edit-profile.ts",
      "server/src/channels/profile.ts"
    ],
    "tests": [
      {
        "file": "server/src/app/doctor/channel.db.test.ts",
        "title": "C-57: names what fails with its cure and a stable code, and ends with 1"
      },
      {
        "file": "server/src/channels/channels.db.test.ts",
        "title": "C-57: the profile is proposed from what the business says, set at Meta, and judged"
      },
      {
        "file": "server/src/records/profile.db.test.ts",
        "title": "C-57: an empty profile fails, and a complete one passes"
      },
      {
        "file": "server/src/records/rules.test.ts",
        "title": "C-57: is recognised by name, legal name, e-mail, imprint and privacy page, each on its own"
      }
    ]
  },
  "C-58": {
    "sources": [],
    "tests": []
  },
  "C-59": {
    "sources": [
      "server/migrations/0018_rights.sql",
      "server/src/privacy/replay-shredded.ts",
      "server/src/privacy/shred-list.ts",
      "server/src/privacy/shredded-text.ts",
      "server/src/retention/register.ts"
    ],
    "tests": [
      {
        "file": "server/src/app/command-line.db.test.ts",
        "title": "C-59: says how it is used, and refuses a file that is no list"
      },
      {
        "file": "server/src/app/command-line.db.test.ts",
        "title": "C-59: erases again whom the list names, nobody else, and once is enough"
      },
      {
        "file": "server/src/privacy/replay.db.test.ts",
        "title": "C-59: gives back nobody: the list beside the database erases them again before anything opens"
      },
      {
        "file": "server/src/privacy/replay.db.test.ts",
        "title": "C-59: gives back no proof whose time was over"
      },
      {
        "file": "server/src/privacy/replay.db.test.ts",
        "title": "C-59: does as much with a list from paper, when the data folder is lost too"
      },
      {
        "file": "server/src/privacy/replay.db.test.ts",
        "title": "C-59: what the database knows and the file does not is added to the file"
      },
      {
        "file": "server/src/privacy/shred-list.test.ts",
        "title": "C-59: is only added to, outside of the database, readable by its owner alone"
      }
    ]
  },
  "C-60": {
    "sources": [
      "server/src/dispatch/reasons.ts"
    ],
    "tests": [
      {
        "file": "scripts/check-packages.test.ts",
        "title": "C-60: finds packages that drive WhatsApp unofficially, however deep, and Jawort has none"
      },
      {
        "file": "server/src/app/egress.db.test.ts",
        "title": "C-60: at work with a campaign and what comes back, it talks to the Graph host and nobody else"
      },
      {
        "file": "server/src/whatsapp/client-calls.test.ts",
        "title": "C-60: gives its token to no host but the configured one and those of Meta"
      }
    ]
  },
  "C-61": {
    "sources": [
      "server/src/templates/lint/lint.ts",
      "server/src/templates/lint/policy-words.ts",
      "server/src/templates/lint/texts-law.ts"
    ],
    "tests": [
      {
        "file": "e2e/quality.browser.test.ts",
        "title": "C-61: an appeal to pass it on is found before Meta sees it"
      },
      {
        "file": "server/src/templates/lint/lint-borders.test.ts",
        "title": "C-61, C-64: what stands on a card is read like any other text"
      },
      {
        "file": "server/src/templates/lint/lint.test.ts",
        "title": "C-61: refuses chain messages: %s"
      },
      {
        "file": "server/src/templates/lint/lint.test.ts",
        "title": "C-61: passing on by ourselves is no chain: %s"
      }
    ]
  },
  "C-62": {
    "sources": [
      "server/migrations/0009_gate.sql",
      "server/src/dispatch/head-room.ts",
      "server/src/dispatch/policy.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/dispatch/warm-up-plan.ts"
    ],
    "tests": [
      {
        "file": "server/src/campaigns/pace-note.db.test.ts",
        "title": "C-62: tells how many get it today, with what other numbers used, and how long the rest takes"
      },
      {
        "file": "server/src/campaigns/pace-note.db.test.ts",
        "title": "C-62: tells that a new number warms up"
      },
      {
        "file": "server/src/compliance/no-evasion.test.ts",
        "title": "C-62: the API knows no rotation of numbers, no random delay, no spinning of texts"
      },
      {
        "file": "server/src/compliance/no-evasion.test.ts",
        "title": "C-62: nothing on the way of a message is left to chance: neither its moment, nor its number, nor its text"
      },
      {
        "file": "server/src/compliance/no-evasion.test.ts",
        "title": "C-62: a campaign has one number, never a choice of several"
      },
      {
        "file": "server/src/compliance/no-evasion.test.ts",
        "title": "C-62: texts stay as Meta approved them: alternatives in braces are no choice, and twice the same is the same"
      },
      {
        "file": "server/src/dispatch/head-room.db.test.ts",
        "title": "C-62: warms a new number up by days since its first marketing, which a business may only slow down"
      },
      {
        "file": "server/src/dispatch/head-room.db.test.ts",
        "title": "C-62: a test of a campaign does not start the warm-up, but counts towards its day"
      },
      {
        "file": "server/src/insights/channel-detail.db.test.ts",
        "title": "C-62: shows the warm-up of a new number with what comes when, and none for a proven one"
      }
    ]
  },
  "C-63": {
    "sources": [
      "admin/src/pages/template/category-notice.tsx",
      "server/src/campaigns/react.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/dispatch/rejudge-template.ts",
      "server/src/templates/apply-update.ts"
    ],
    "tests": [
      {
        "file": "e2e/quality.browser.test.ts",
        "title": "C-63: submitted and approved"
      },
      {
        "file": "server/src/campaigns/schedule.db.test.ts",
        "title": "C-63: pauses when its template is stopped, and refuses to go on until it is approved"
      },
      {
        "file": "server/src/dispatch/dispatch.db.test.ts",
        "title": "C-63: withholds a free-form message once the window is closed, and says so"
      },
      {
        "file": "server/src/dispatch/dispatch.db.test.ts",
        "title": "C-63: leaves paused campaigns, paused templates and cancelled ones alone"
      },
      {
        "file": "server/src/dispatch/templates-sent.db.test.ts",
        "title": "C-63, C-64: service that becomes marketing goes only to those who said yes to its topic"
      },
      {
        "file": "server/src/dispatch/templates-sent.db.test.ts",
        "title": "C-63: what waits with a template that is deleted meanwhile ends with the reason, and does not wait for ever"
      },
      {
        "file": "server/src/inbox/inbox.db.test.ts",
        "title": "C-63: tries a number out only on a phone that wrote to it first, and makes nobody a contact"
      },
      {
        "file": "server/src/records/tell-affected.db.test.ts",
        "title": "C-55, C-63: goes as an answer inside the open window, in the language of the person, once; to nobody else"
      },
      {
        "file": "server/src/templates/follow.db.test.ts",
        "title": "C-63, C-64: an announced change of category shows on open pages at once, and nothing reacts before it is made"
      },
      {
        "file": "server/src/templates/follow.db.test.ts",
        "title": "C-63, C-64: a notice or a change whose webhook is lost is found by asking, shown and told"
      },
      {
        "file": "server/src/templates/follow.db.test.ts",
        "title": "C-63: one that Meta was about to delete, and does not list any more, is deleted; it was told before"
      },
      {
        "file": "server/src/templates/follow.db.test.ts",
        "title": "C-63: asks Meta again when a message is refused because its template does not exist there"
      },
      {
        "file": "server/src/templates/life.db.test.ts",
        "title": "C-63, C-64: explains an announced and a made change of category with its price"
      },
      {
        "file": "server/src/templates/uses.db.test.ts",
        "title": "C-63: deleted at Meta, it is told once with the campaigns that need it; of its other languages nobody hears twice"
      }
    ]
  },
  "C-64": {
    "sources": [
      "admin/src/pages/template/category-notice.tsx",
      "server/src/dispatch/freeze-audience.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/dispatch/rejudge-template.ts",
      "server/src/templates/category.ts",
      "server/src/templates/library/cases.ts",
      "server/src/templates/lint/lint.ts",
      "server/src/templates/lint/promotion-corpus.ts",
      "server/src/templates/lint/promotion.ts",
      "server/src/templates/lint/texts-law.ts"
    ],
    "tests": [
      {
        "file": "server/src/dispatch/templates-sent.db.test.ts",
        "title": "C-63, C-64: service that becomes marketing goes only to those who said yes to its topic"
      },
      {
        "file": "server/src/templates/follow.db.test.ts",
        "title": "C-63, C-64: an announced change of category shows on open pages at once, and nothing reacts before it is made"
      },
      {
        "file": "server/src/templates/follow.db.test.ts",
        "title": "C-63, C-64: a notice or a change whose webhook is lost is found by asking, shown and told"
      },
      {
        "file": "server/src/templates/life.db.test.ts",
        "title": "C-63, C-64: explains an announced and a made change of category with its price"
      },
      {
        "file": "server/src/templates/life.db.test.ts",
        "title": "C-64: says the price of the day that Meta bills, which begins at midnight of its own clock"
      },
      {
        "file": "server/src/templates/lint/lint-borders.test.ts",
        "title": "C-64: an example that advertises is advertising, also where the text around it is not"
      },
      {
        "file": "server/src/templates/lint/lint-borders.test.ts",
        "title": "C-61, C-64: what stands on a card is read like any other text"
      },
      {
        "file": "server/src/templates/lint/lint.test.ts",
        "title": "C-64: calls advertising marketing, whatever its category: %s"
      },
      {
        "file": "server/src/templates/lint/lint.test.ts",
        "title": "C-64: advertising: %s"
      },
      {
        "file": "server/src/templates/lint/lint.test.ts",
        "title": "C-64: no advertising: %s"
      },
      {
        "file": "simulator/src/templates/lifecycle.test.ts",
        "title": "C-64: changes a day after a notice that names the right one"
      }
    ]
  },
  "C-65": {
    "sources": [
      "server/migrations/0010_breaker.sql",
      "server/migrations/0041_red_accepted.sql",
      "server/src/campaigns/marketing-hold.ts",
      "server/src/campaigns/pause-reasons.ts",
      "server/src/campaigns/react.ts",
      "server/src/campaigns/readiness.ts",
      "server/src/campaigns/slow-down.ts",
      "server/src/campaigns/steer.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/standing/note-reported.ts"
    ],
    "tests": [
      {
        "file": "e2e/quality.browser.test.ts",
        "title": "C-65: YELLOW halves the pace"
      },
      {
        "file": "e2e/quality.browser.test.ts",
        "title": "C-65: RED pauses the campaign, says why, and alerts"
      },
      {
        "file": "server/src/campaigns/breaker.db.test.ts",
        "title": "C-65: halves the pace while the template is yellow"
      },
      {
        "file": "server/src/campaigns/breaker.db.test.ts",
        "title": "C-65: lets all marketing of a number rest when its quality falls, until a person says why it may go on"
      },
      {
        "file": "server/src/campaigns/red-template.db.test.ts",
        "title": "C-65: campaigns on a template whose quality is red"
      },
      {
        "file": "server/src/dispatch/claim.db.test.ts",
        "title": "C-65: at half pace a campaign gets half of what its number may send, what gathers meanwhile included"
      },
      {
        "file": "server/src/standing/acts.db.test.ts",
        "title": "C-65: a yellow template halves the pace; a person gives it back with a reason, both are in the audit"
      },
      {
        "file": "server/src/standing/acts.db.test.ts",
        "title": "C-65: a red template pauses its campaigns, and goes on only with a reason"
      },
      {
        "file": "server/src/standing/acts.db.test.ts",
        "title": "C-65: a fallen number lets all marketing rest until a person says why it may go on"
      },
      {
        "file": "server/src/standing/alerts.db.test.ts",
        "title": "C-65: reach the members whose role asks for them, together, and nobody else"
      },
      {
        "file": "server/src/templates/life.db.test.ts",
        "title": "C-65: follows the ladder of pauses with the end of each, and a person ends only what pacing began"
      }
    ]
  },
  "C-66": {
    "sources": [
      "server/src/campaigns/react.ts",
      "server/src/consent/state.ts",
      "server/src/consent/unreachable.ts",
      "server/src/dispatch/consequences.ts",
      "server/src/dispatch/hooks.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": [
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-66: whoever blocks us is never probed: three undelivered messages in thirty days and consents rest"
      },
      {
        "file": "server/src/dispatch/consequences.db.test.ts",
        "title": "C-66: rests the consent of somebody who could not be reached three times in 30 days, and not before"
      },
      {
        "file": "server/src/dispatch/dispatch.db.test.ts",
        "title": "C-66: takes a failure with 131050 for a withdrawal"
      },
      {
        "file": "server/src/dispatch/stopped-by-meta.db.test.ts",
        "title": "C-66: leaves in the transaction that writes the refusal"
      },
      {
        "file": "server/src/dispatch/stopped-by-meta.db.test.ts",
        "title": "C-66: neither is written without the other: what fails is tried again, and holds up nobody else"
      },
      {
        "file": "server/src/standing/acts.db.test.ts",
        "title": "C-66: a restriction of the account stops everything until its end, whatever the number’s own status says"
      },
      {
        "file": "server/src/standing/acts.db.test.ts",
        "title": "C-66: an announced ban stops everything; a person who knows better lifts it with a reason"
      },
      {
        "file": "server/src/standing/acts.db.test.ts",
        "title": "C-66: a payment problem stops everything, and nothing is lost"
      },
      {
        "file": "server/src/standing/acts.db.test.ts",
        "title": "C-66: what Meta keeps from a person (131049) goes again once, a day later, and not before"
      },
      {
        "file": "server/src/standing/acts.db.test.ts",
        "title": "C-66: a country that Meta refuses is closed, in the audit, and opened by a person with a reason"
      },
      {
        "file": "server/src/standing/restrictions.db.test.ts",
        "title": "C-66: of two that stop sending, lifting one opens nothing; what came about by itself is in the audit"
      },
      {
        "file": "server/src/standing/restrictions.db.test.ts",
        "title": "C-66: one that keeps people from writing first stops nothing, and is over when its end has come"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-66: a restriction %s"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-66: %s"
      },
      {
        "file": "simulator/src/limits.test.ts",
        "title": "C-66: a restriction stops what the business begins, not its replies, and ends by itself"
      },
      {
        "file": "simulator/src/limits.test.ts",
        "title": "C-66: a ban is announced, comes into force, and can be lifted"
      }
    ]
  },
  "C-67": {
    "sources": [
      "server/migrations/0004_dispatch_and_intake.sql",
      "server/migrations/0009_gate.sql",
      "server/src/dispatch/claim-next.ts",
      "server/src/dispatch/gate-checks.ts",
      "server/src/dispatch/policy.ts",
      "server/src/dispatch/reasons.ts"
    ],
    "tests": [
      {
        "file": "server/src/dispatch/dispatch.db.test.ts",
        "title": "C-67: takes the business's own cap"
      },
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-67: keeps rolling days rolling"
      },
      {
        "file": "server/src/dispatch/several-numbers.db.test.ts",
        "title": "C-67: a person who gets marketing from one gets none from the other, however close together"
      }
    ]
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
    "tests": [
      {
        "file": "server/src/dispatch/dispatch.db.test.ts",
        "title": "C-68: postpones into the next opening hour of the business"
      },
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-68: postpones into the hours of the person, and knows when"
      },
      {
        "file": "server/src/rulepacks/hours.test.ts",
        "title": "C-68: golden: %s"
      },
      {
        "file": "server/src/rulepacks/hours.test.ts",
        "title": "C-68: lets the strictest of both packs win, by the clock and the calendar of the person"
      }
    ]
  },
  "C-69": {
    "sources": [
      "server/migrations/0026_standing.sql",
      "server/src/proof/check-consent.ts",
      "server/src/reviews/make.ts",
      "server/src/reviews/routes.ts",
      "server/src/reviews/sample.ts"
    ],
    "tests": [
      {
        "file": "e2e/quality.browser.test.ts",
        "title": "C-69: the review of the quarter is there by itself, to look at and as a PDF"
      },
      {
        "file": "server/src/reviews/reviews.db.test.ts",
        "title": "C-69: is not there while the quarter runs"
      },
      {
        "file": "server/src/reviews/reviews.db.test.ts",
        "title": "C-69: is made by itself when the next quarter begins, once, and members hear of it"
      },
      {
        "file": "server/src/reviews/reviews.db.test.ts",
        "title": "C-69: counts opt-outs, failures, frequency and topics, and checks twenty proofs anew"
      },
      {
        "file": "server/src/reviews/reviews.db.test.ts",
        "title": "C-69: suggests first what helps most, in the business’s own numbers"
      },
      {
        "file": "server/src/reviews/reviews.db.test.ts",
        "title": "C-69: reads well in both languages, shows the checkpoint, and names nobody"
      },
      {
        "file": "server/src/reviews/reviews.db.test.ts",
        "title": "C-69: stays as it was made"
      },
      {
        "file": "server/src/reviews/reviews.db.test.ts",
        "title": "C-69: says so when a proof does not hold"
      },
      {
        "file": "server/src/reviews/reviews.db.test.ts",
        "title": "C-69: praises and blames nothing where nothing was sent and nobody has agreed"
      },
      {
        "file": "server/src/reviews/words.test.ts",
        "title": "C-69: what a review says"
      }
    ]
  },
  "C-70": {
    "sources": [
      "admin/src/pages/admissions/application.tsx",
      "admin/src/pages/admissions/page.tsx",
      "admin/src/pages/settings/admission.tsx",
      "server/migrations/0029_doors.sql",
      "server/migrations/0037_applicants.sql",
      "server/src/admission/application.ts",
      "server/src/admission/list-admissions.ts",
      "server/src/admission/operator-desk.ts",
      "server/src/admission/people.ts",
      "server/src/admission/read-admission.ts",
      "server/src/admission/routes.ts",
      "server/src/app/admission-command.ts",
      "server/src/app/cli.ts",
      "server/src/app/demo/duties.ts",
      "server/src/dispatch/head-room.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/retention/register.ts",
      "server/src/standing/alert-subjects.ts"
    ],
    "tests": [
      {
        "file": "server/src/admission/admission.db.test.ts",
        "title": "C-70: applies, is decided by another member, and is live; its cap is gone"
      },
      {
        "file": "server/src/admission/admission.db.test.ts",
        "title": "C-70: nobody approves their own application: 403, and the business stays on trial"
      },
      {
        "file": "server/src/admission/admission.db.test.ts",
        "title": "C-70: without %s it stays on trial, and the cure is named"
      },
      {
        "file": "server/src/admission/admission.db.test.ts",
        "title": "C-70: what goes missing after the application stops the approval"
      },
      {
        "file": "server/src/admission/admission.db.test.ts",
        "title": "C-70: prohibited verticals and bought lists are turned away with the reason"
      },
      {
        "file": "server/src/admission/admission.db.test.ts",
        "title": "C-70: a refusal has a reason, and the business may apply again"
      },
      {
        "file": "server/src/admission/admission.db.test.ts",
        "title": "C-70: a single person is let in at the command line, and it is kept that it was there"
      },
      {
        "file": "server/src/admission/decide.db.test.ts",
        "title": "C-70: a refusal lets nobody in"
      },
      {
        "file": "server/src/admission/decide.db.test.ts",
        "title": "C-70: a program neither applies nor decides, whatever its key may do otherwise; nor does who only sends"
      },
      {
        "file": "server/src/admission/decide.db.test.ts",
        "title": "C-70: what WhatsApp has forbidden since the application stops the approval"
      },
      {
        "file": "server/src/admission/operator-desk.db.test.ts",
        "title": "C-70: the operator sees who waits, reads what was said, and decides; how it went stays readable"
      },
      {
        "file": "server/src/admission/operator-desk.db.test.ts",
        "title": "C-70: the history tells who has left from what was decided at the command line"
      },
      {
        "file": "server/src/admission/operator-desk.db.test.ts",
        "title": "C-70: whoever applied does not decide, as the operator either"
      },
      {
        "file": "server/src/admission/operator-desk.db.test.ts",
        "title": "C-70: nor after leaving the business, or coming back to it as another member"
      },
      {
        "file": "server/src/admission/operator-desk.db.test.ts",
        "title": "C-70: nobody but operators gets to the desk"
      },
      {
        "file": "server/src/admission/operator-desk.db.test.ts",
        "title": "C-70: whoever may decide hears of an application by mail and bell; whoever asked, of the decision"
      },
      {
        "file": "server/src/admission/operator-desk.db.test.ts",
        "title": "C-70: a mail is not sent any more once it was decided"
      },
      {
        "file": "server/src/dispatch/head-room.db.test.ts",
        "title": "C-70: a business on trial writes to few people a day with all its numbers, whatever Meta allows, until it is let in"
      },
      {
        "file": "simulator/src/graph/edges.test.ts",
        "title": "C-70: its storage is set while it is not registered only"
      }
    ]
  },
  "C-71": {
    "sources": [
      "admin/src/pages/campaign-new/cost-card.tsx",
      "server/src/campaigns/over-budget.ts",
      "server/src/campaigns/review.ts",
      "server/src/campaigns/spent.ts",
      "server/src/costs/card.ts",
      "server/src/costs/set.ts",
      "server/src/dispatch/budget-room.ts",
      "server/src/dispatch/budgets.ts",
      "server/src/dispatch/gate-later.ts",
      "server/src/dispatch/reasons.ts",
      "server/src/dispatch/warn-budgets.ts",
      "server/src/insights/costs.ts"
    ],
    "tests": [
      {
        "file": "server/src/campaigns/launch.db.test.ts",
        "title": "C-71, C-73: is reviewed as the gate will judge it, with price and real previews"
      },
      {
        "file": "server/src/campaigns/launch.db.test.ts",
        "title": "C-71: stays a draft with an unfrozen audience when it would cost more than the budget"
      },
      {
        "file": "server/src/campaigns/over-budget.db.test.ts",
        "title": "C-71: refuse a launch that would cost more than they leave, and say which one"
      },
      {
        "file": "server/src/campaigns/over-budget.db.test.ts",
        "title": "C-71: where the price list knows no price a budget would hold nothing back: no launch until there is one"
      },
      {
        "file": "server/src/campaigns/over-budget.db.test.ts",
        "title": "C-71: tell once at 80 % and once when nothing is left, and again when they were changed"
      },
      {
        "file": "server/src/campaigns/over-budget.db.test.ts",
        "title": "C-71: begin anew at the midnight that Meta bills by, with what is still on its way; those of a year go on"
      },
      {
        "file": "server/src/costs/costs.db.test.ts",
        "title": "C-71: lets a rate end, and takes the price of an abroad or marketing-lite message from its own row or the usual one"
      },
      {
        "file": "server/src/costs/costs.db.test.ts",
        "title": "C-71: takes the tier that the month has reached, by our count or by what Meta says"
      },
      {
        "file": "server/src/costs/costs.test.ts",
        "title": "C-71: gives every country that has telephones one market, and every market has a name that files use"
      },
      {
        "file": "server/src/costs/costs.test.ts",
        "title": "C-71: are added exactly, whatever their number"
      },
      {
        "file": "server/src/costs/costs.test.ts",
        "title": "C-71: has a current rate for every market and category in both currencies, and each row says where it comes from"
      },
      {
        "file": "server/src/costs/costs.test.ts",
        "title": "C-71: ends the card of January where that of October begins"
      },
      {
        "file": "server/src/costs/costs.test.ts",
        "title": "C-71: is the sum of the rates, and low is what gets through"
      },
      {
        "file": "server/src/costs/costs.test.ts",
        "title": "C-71: is unverified as soon as one rate is, or is missing, and says which"
      },
      {
        "file": "server/src/costs/fetch-meta-costs.db.test.ts",
        "title": "C-71: are asked for every night, of each account by itself: one that refuses keeps nothing from the others"
      },
      {
        "file": "server/src/costs/fetch-meta-costs.db.test.ts",
        "title": "C-71: replace what Meta said before, and an account whose days begin elsewhere changes no day that was not asked for"
      },
      {
        "file": "server/src/costs/import-rates.db.test.ts",
        "title": "C-71: are tried without a trace, keep the good lines, name the bad ones, and go again"
      },
      {
        "file": "server/src/costs/import-rates.db.test.ts",
        "title": "C-71: takes no thousand for a one and no dollar for a euro"
      },
      {
        "file": "server/src/costs/import-rates.db.test.ts",
        "title": "C-71: refuses what is no list of prices"
      },
      {
        "file": "server/src/costs/import-rates.db.test.ts",
        "title": "C-71: says why Meta counts otherwise, and adjusts nothing"
      },
      {
        "file": "server/src/costs/prices.db.test.ts",
        "title": "C-71: of cards that overlap the newest counts, with the tier of its month, in the currency of billing, and everywhere the same"
      },
      {
        "file": "server/src/costs/prices.db.test.ts",
        "title": "C-71: what has no price is counted as such, each time; sums end with their last day"
      },
      {
        "file": "server/src/costs/prices.db.test.ts",
        "title": "C-71: a price or a currency that somebody enters counts at once"
      },
      {
        "file": "server/src/costs/prices.db.test.ts",
        "title": "C-71: a file of any size goes in"
      },
      {
        "file": "server/src/dispatch/booking.db.test.ts",
        "title": "C-71: books every delivered message once, at the price of its day, in whatever order and however often statuses come"
      },
      {
        "file": "server/src/dispatch/budget.db.test.ts",
        "title": "C-71: counts booked costs, and the price of what has no cost yet; what never left costs nothing"
      },
      {
        "file": "server/src/dispatch/budget.db.test.ts",
        "title": "C-71: counts anew when little is left, when the budget changes, and not again at once"
      },
      {
        "file": "server/src/dispatch/budget.db.test.ts",
        "title": "C-71: no budget of campaign, topic, month, year or business is overspent by claims at the same time"
      },
      {
        "file": "server/src/dispatch/budget.db.test.ts",
        "title": "C-71: what a budget leaves is used up to the last message, and answers still go"
      },
      {
        "file": "server/src/dispatch/budget.db.test.ts",
        "title": "C-71: a country without a price is taken for the dearest, and without any price nothing fits a budget"
      },
      {
        "file": "server/src/insights/costs.db.test.ts",
        "title": "C-71: are sums of what was booked, by month, market, category and topic, and foretell nothing"
      },
      {
        "file": "server/src/insights/costs.db.test.ts",
        "title": "C-71: are divided by what was read over the same days: those that the nights have counted, and no others"
      },
      {
        "file": "server/src/whatsapp/webhook-statuses.test.ts",
        "title": "C-71: the price is told with its kind, %s, and what Meta makes free is free"
      },
      {
        "file": "server/src/whatsapp/webhook-statuses.test.ts",
        "title": "C-71: a price that cannot be read does not keep the delivery from counting"
      }
    ]
  },
  "C-72": {
    "sources": [
      "server/src/signup/revoke-source.ts",
      "server/src/signup/source.ts"
    ],
    "tests": [
      {
        "file": "server/src/signup/signup.db.test.ts",
        "title": "C-72: starts nothing once it was revoked, while another goes on"
      }
    ]
  },
  "C-73": {
    "sources": [
      "admin/src/design/reason-list.tsx",
      "admin/src/pages/campaign/reason-cards.tsx",
      "admin/src/pages/compliance/page.tsx",
      "admin/src/pages/contact/why-panel.tsx",
      "server/src/card/why.ts",
      "server/src/contacts/hold.ts"
    ],
    "tests": [
      {
        "file": "server/src/campaigns/launch.db.test.ts",
        "title": "C-71, C-73: is reviewed as the gate will judge it, with price and real previews"
      },
      {
        "file": "server/src/card/card.db.test.ts",
        "title": "C-73: says why not, in the words of the gate"
      },
      {
        "file": "server/src/dispatch/explain.db.test.ts",
        "title": "C-73: asks about a campaign what its claim asks: whether it runs, and its budget"
      },
      {
        "file": "server/src/dispatch/explain.db.test.ts",
        "title": "C-73: asks about a message that waits, which does not stand in its own way"
      },
      {
        "file": "server/src/dispatch/explain.db.test.ts",
        "title": "C-73: asks for the budgets of the topic and of the business without a campaign, too"
      },
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-73: has words for every answer"
      },
      {
        "file": "server/src/dispatch/gate.db.test.ts",
        "title": "C-73: explains what it decides, check by check"
      }
    ]
  },
  "C-74": {
    "sources": [
      "server/src/consent/explain-subscription.ts",
      "server/src/consent/grammar.ts",
      "server/src/consent/judge.ts",
      "server/src/consent/texts-subscription.ts",
      "server/src/preferences/answer-chat.ts"
    ],
    "tests": [
      {
        "file": "e2e/settings.browser.test.ts",
        "title": "C-74: WARUM on the phone is answered with the sign-up and a link"
      },
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
      },
      {
        "file": "server/src/preferences/preferences.db.test.ts",
        "title": "C-74: WARUM is answered with when, where, with which words, the way out, and the link"
      }
    ]
  },
  "C-75": {
    "sources": [
      "server/src/card/ask-number.ts",
      "server/src/contacts/resolve.ts",
      "server/src/dispatch/compose.ts",
      "server/src/whatsapp/updates.ts"
    ],
    "tests": [
      {
        "file": "server/src/card/ask-number.db.test.ts",
        "title": "C-75: goes out as WhatsApp’s own button, in the open window, once in 30 days"
      },
      {
        "file": "server/src/card/ask-number.db.test.ts",
        "title": "C-75: only the card that answers it proves the number; the yes of the id stays, and the number leads there"
      },
      {
        "file": "server/src/card/ask-number.db.test.ts",
        "title": "C-75: a number that is shared and blocked blocks the person"
      },
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-75: a new id without a new number is linked by the one before; an unknown one is somebody new"
      },
      {
        "file": "server/src/consent/edge-cases-identity.db.test.ts",
        "title": "C-75: with a username only, consent and objection hang on the id; when the number appears the stricter one wins"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-75: a new id whose number is hidden leaves the old number: nothing is ever sent there again"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-75: who has written under the new identity before WhatsApp told of it is one person then, with what each had"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-75: number and id that come together make two records one; neither loses a yes, and the proofs come along"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-75: a no of either record is a no of the person; a block ends what stood, and only a new double opt-in lifts it"
      },
      {
        "file": "server/src/contacts/gone-meanwhile.db.test.ts",
        "title": "C-75: an id that is told of it leads to who they are now, not to what is left of the record"
      },
      {
        "file": "server/src/contacts/parent-ids.db.test.ts",
        "title": "C-75: a person is found again under another portfolio’s id, and written to under the one that both know"
      },
      {
        "file": "server/src/contacts/parent-ids.db.test.ts",
        "title": "C-75: two records whose ids turn out to have one parent become one, with what each had; both ids stay theirs"
      },
      {
        "file": "server/src/contacts/parent-ids.db.test.ts",
        "title": "C-75: undoing a member’s merge gives every id back"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: signs up twice in the chat; campaigns go to `recipient`; statuses that name only the id count"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: a failure without any contact in its webhook finds its message"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: STOP ends everything, the receipt goes to the id, and the block is on the id; a new double opt-in lifts it"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: WhatsApp’s own switch names only the id, and is obeyed"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: WARUM, EINSTELLUNGEN and AUSKUNFT are answered, and the page of the link opens and withdraws"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: access in JSON and as PDF, and what they take along, name the username and the id"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: erased, they leave a block on the id alone; a later message of theirs makes somebody new without consent"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: an import of numbers meets none of them, and cannot give them a number"
      },
      {
        "file": "server/src/contacts/username-only.db.test.ts",
        "title": "C-75: list, card and search know them by username; who has none is known by the end of their id"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-75: creates a person it never saw, by BSUID alone"
      },
      {
        "file": "server/src/whatsapp/webhook-messages.test.ts",
        "title": "C-75: reads the parent id as %s"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-75: a new id whose message names nobody is found by the id before"
      },
      {
        "file": "server/src/whatsapp/webhook-odd.test.ts",
        "title": "C-75: a chat from before the connection with somebody who hides the number"
      }
    ]
  },
  "C-76": {
    "sources": [
      "server/src/whatsapp/signature.ts"
    ],
    "tests": [
      {
        "file": "server/src/app/doctor/channel.db.test.ts",
        "title": "C-76: calls the own address like Meta: handshake, a true and a false signature; nothing of it is kept"
      },
      {
        "file": "server/src/consent/identity-changes.db.test.ts",
        "title": "C-76: a key change that is told late leaves alone what was asked for since"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-76: stores nothing that is not signed"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-76: keeps signed updates sealed, once, and answers 200"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-76: works in the order in which things happened, per person"
      },
      {
        "file": "server/src/intake/intake.db.test.ts",
        "title": "C-76: books statuses set-based and in any order; a bad one does not hold up the others"
      },
      {
        "file": "server/src/intake/pressure.db.test.ts",
        "title": "C-76: a machine that stands still while it looks whose a number is puts nothing aside that has a place"
      },
      {
        "file": "server/src/intake/several-businesses.db.test.ts",
        "title": "C-49, C-76: a business’s own app speaks for its own numbers only; what it says of others reaches none of them"
      },
      {
        "file": "server/src/intake/several-businesses.db.test.ts",
        "title": "C-49, C-76: while one of two enters the new secret of their app, nobody reads or loses what is the other’s"
      },
      {
        "file": "server/src/intake/unsigned.db.test.ts",
        "title": "C-76: %s is refused before anything is done with what it holds"
      },
      {
        "file": "server/src/retention/retention.db.test.ts",
        "title": "C-76: go after 14 days one by one, and by the month once nothing in it is younger; what waits stays"
      },
      {
        "file": "server/src/templates/follow.db.test.ts",
        "title": "C-76: a notice that comes late may have been overtaken: Meta is asked, and its present word wins"
      }
    ]
  }
}
