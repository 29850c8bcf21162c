export interface paths {
    "/api/v1/public/sources/{publicId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readPublicSource"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/sources/{publicId}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createSignupRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["whoAmI"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/members/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        patch: operations["changeRole"];
        trace?: never;
    };
    "/api/v1/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listInvitations"];
        put?: never;
        post: operations["inviteMember"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getBusiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updateBusiness"];
        trace?: never;
    };
    "/api/v1/businesses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["createBusiness"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sending": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSending"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sending/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Releases the brake: everything that waits may leave */
        post: operations["resumeSending"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listChannels"];
        put?: never;
        post: operations["connectChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updateChannel"];
        trace?: never;
    };
    "/api/v1/channels/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["checkChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChannelProfile"];
        put: operations["setChannelProfile"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["setChannelPin"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChannelStorage"];
        put: operations["setChannelStorage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/conversation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getChannelConversation"];
        put: operations["setChannelConversation"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/subscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["subscribeChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/default": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["makeChannelDefault"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stop-words": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStopWords"];
        put: operations["setStopWords"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTopics"];
        put?: never;
        post: operations["createTopic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updateTopic"];
        trace?: never;
    };
    "/api/v1/topics/{id}/wordings/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["checkWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/wordings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["publishWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/topics/{id}/ask-again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["askAgainFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wordings/{id}/invalidate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["invalidateWording"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wordings/{id}/invalidation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getInvalidation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/consent-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getConsentPolicy"];
        put: operations["setConsentPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSources"];
        put?: never;
        post: operations["createSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updateSource"];
        trace?: never;
    };
    "/api/v1/sources/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["revokeSource"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/qr.svg": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sourceQrSvg"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/qr.png": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sourceQrPng"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/material": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sourceMaterial"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sources/{id}/snippet": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sourceSnippet"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listContactFields"];
        put?: never;
        post: operations["createContactField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteContactField"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listContactImports"];
        put?: never;
        /** A form with the part `mapping` (JSON) first and the part `file` after it */
        post: operations["importContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getContactImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-imports/{id}/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["sampleImportClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-imports/{id}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideContactImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["previewContactImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listSegments"];
        put?: never;
        post: operations["createSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSegment"];
        put?: never;
        post?: never;
        delete: operations["deleteSegment"];
        options?: never;
        head?: never;
        patch: operations["updateSegment"];
        trace?: never;
    };
    "/api/v1/segments/count": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["countSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/segments/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sampleSegment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPriceRates"];
        put?: never;
        post: operations["setPriceRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deletePriceRate"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPriceImports"];
        put?: never;
        /** Prices from a CSV file; as a dry run it only says what would change */
        post: operations["importPrices"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/price-imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undoPriceImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/billing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getBilling"];
        put: operations["setBilling"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/costs/comparison": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was booked beside what Meta’s pricing analytics say, by day and market */
        get: operations["compareCosts"];
        put?: never;
        /** Asks Meta what a month cost */
        post: operations["fetchMetaCosts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/rule-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRulePacks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/sending-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getSendingPolicy"];
        put: operations["setSendingPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budgets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listBudgets"];
        /** What the business or a topic may spend in a month or a year; nothing is sent beyond it */
        put: operations["setBudget"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/budgets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeBudget"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/allow-country": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A country that WhatsApp had refused may be written to again, with a reason */
        post: operations["allowCountry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/anchors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLedgerAnchors"];
        put?: never;
        /** Takes the newest checkpoint out now, every way that is set up */
        post: operations["anchorLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/anchors/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What came back from outside: an RFC 3161 token (DER), a cosignature, or the mail server’s answer */
        get: operations["getLedgerAnchorProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listLedgerEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["verifyLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/entries/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A .tlog-proof file (C2SP tlog-proof@v1) that verifies offline */
        get: operations["getLedgerProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The newest signed checkpoint (C2SP tlog-checkpoint); keep copies elsewhere */
        get: operations["getLedgerCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refreshChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/lift-restriction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A restriction that Meta has lifted without a word ends, with a reason */
        post: operations["liftRestriction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing/alert-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which alerts the caller gets by e-mail */
        get: operations["getAlertSettings"];
        put: operations["setAlertSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["readNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing/aside": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAsideUpdates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing/aside/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["openAsideUpdate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["replayParkedUpdates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTemplateVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Two versions, each by its number, or `draft` for the text being worked on */
        get: operations["compareTemplateVersions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restoreTemplateVersion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["discardTemplateChange"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTemplateUses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/category": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTemplateCategory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/appeal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["appealTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/unpause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unpauseTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["archiveTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/unarchive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unarchiveTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTemplateFiles"];
        put?: never;
        /** A form with the part `file` */
        post: operations["addTemplateFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-files/{id}/content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The bytes of the file */
        get: operations["openTemplateFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/template-files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["removeTemplateFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/library": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready-made lawful templates */
        get: operations["listTemplateLibrary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/library/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["draftFromTemplateLibrary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listTemplates"];
        put?: never;
        post: operations["createTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getTemplate"];
        put?: never;
        post?: never;
        delete: operations["deleteTemplate"];
        options?: never;
        head?: never;
        patch: operations["updateTemplate"];
        trace?: never;
    };
    "/api/v1/templates/{id}/duplicate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["duplicateTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/{id}/submit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The text as it stands; of an approved or paused template the saved change */
        post: operations["submitTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["checkTemplate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["syncTemplates"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listConversations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/{channelId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listConversationMessages"];
        put?: never;
        post: operations["replyToConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/{channelId}/messages/{messageId}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a person sent with a message, as WhatsApp still has it */
        get: operations["openConversationFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/{channelId}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["readConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/{channelId}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["assignConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/{channelId}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["closeConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{contactId}/{channelId}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["reopenConversation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/test-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["sendTestMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCampaigns"];
        put?: never;
        post: operations["createCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete: operations["deleteCampaign"];
        options?: never;
        head?: never;
        patch: operations["updateCampaign"];
        trace?: never;
    };
    "/api/v1/campaigns/{id}/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviewCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["testCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/launch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["launchCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["pauseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["resumeCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The rest of a campaign follows its first part now */
        post: operations["releaseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/full-pace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A campaign that a yellow template slowed down goes on at its full pace, with a reason */
        post: operations["fullPaceCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marketing-holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Numbers whose marketing rests until a person goes on with a reason */
        get: operations["listMarketingHolds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/marketing-holds/{id}/lift": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["liftMarketingHold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/unschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["unscheduleCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["campaignProgress"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/report": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["campaignReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listCampaignMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/campaigns/{id}/messages.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportCampaignMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listContacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updateContact"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listContactTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["whyContact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["withdrawContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/ask-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["askContactNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/hold": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["holdContact"];
        delete: operations["unholdContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/restriction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["restrictContact"];
        delete: operations["unrestrictContact"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAllDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listContactMerges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merge-preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["previewContactMerge"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["mergeContacts"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contact-merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["undoContactMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ZIP that proves all consents of a person, and checks itself offline */
        get: operations["getContactProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/consents/{topicId}/{channelId}/proof": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A ZIP that proves one consent, and checks itself offline */
        get: operations["getConsentProof"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/contacts/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["exportPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/contacts/{id}/export.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Everything known of a person, to be read and printed */
        post: operations["exportPersonPdf"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/contacts/{id}/portable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the person provided, in a form they can take elsewhere (Art. 20 GDPR) */
        post: operations["exportPortable"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/contacts/{id}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["erasePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listPrivacyRequests"];
        put?: never;
        /** Notes what a person asked for; the month of Art. 12 (3) GDPR runs from its receipt */
        post: operations["openPrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["countPrivacyRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPrivacyRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{id}/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["confirmPrivacyIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{id}/ask-identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks in the chat, with two buttons, whether the request comes from who has the number */
        post: operations["askPrivacyIdentity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{id}/carry-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["carryOutPrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["extendPrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{id}/refuse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refusePrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/requests/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["cancelPrivacyRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/restricted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getRestricted"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/restricted/unlocks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Asks to open the restricted proof of one person; another member has to approve */
        post: operations["requestUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/restricted/unlocks/{id}/decide": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideUnlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/restricted/unlocks/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["readRestricted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/restricted/unlocks/{id}/pack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A ZIP that proves the consents of somebody who was erased; for the two members who unlocked it */
        post: operations["restrictedPack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/block-list/forget": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the block list’s entry of somebody who was erased away, because they demand it */
        post: operations["forgetBlock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/shredded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list of destroyed keys, to be kept on paper */
        get: operations["getShredded"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/privacy/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getPrivacySettings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["updatePrivacySettings"];
        trace?: never;
    };
    "/api/v1/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is kept for how long, on what basis, and when the next of it goes */
        get: operations["getRetention"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/retention/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["shortenRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/documents/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readRecord"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/documents/{kind}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listRecordVersions"];
        put?: never;
        post: operations["storeRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/documents/{kind}/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readRecordVersion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/documents/{kind}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["approveRecord"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/documents/{kind}/file.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recordPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/documents/{kind}/file.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["recordCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/breaches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listBreaches"];
        put?: never;
        post: operations["openBreach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/breaches/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getBreach"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/breaches/{id}/entries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["addToBreach"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/breaches/{id}/affected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["countAffected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/breaches/{id}/tell": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells those in the chat who wrote within the last 24 hours (Art. 34 GDPR); nobody twice */
        post: operations["tellAffected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/breaches/{id}/affected.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportAffected"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/breaches/{id}/file.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["breachPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch: operations["saveDuties"];
        trace?: never;
    };
    "/api/v1/records/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listNotices"];
        put?: never;
        post: operations["publishNotice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/notices/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["proposeNotice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/screening": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getScreening"];
        put?: never;
        post: operations["screenImpact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/screening/documented": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["documentAssessment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/pack.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["agreementPack"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["readGoLive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/channels/{id}/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["goLive"];
        delete: operations["takeBack"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/channels/{id}/profile-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["checkProfile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/channels/{id}/storage/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["refreshStorage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/records/channels/{id}/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put: operations["stateStorage"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAdmission"];
        put: operations["saveApplication"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admission/apply": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["applyForAdmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/admission/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideAdmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/admissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listAdmissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/admissions/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getAdmissionFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/operator/admissions/{slug}/decision": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["decideAsOperator"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listEndpoints"];
        put?: never;
        /** Registers an address; the answer is the only one that holds the secret */
        post: operations["createEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete: operations["deleteEndpoint"];
        options?: never;
        head?: never;
        patch: operations["updateEndpoint"];
        trace?: never;
    };
    "/api/v1/endpoints/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes a new secret; the one before signs for another 24 hours beside it */
        post: operations["rotateEndpointSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends `endpoint.test`, which says nothing */
        post: operations["testEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/endpoints/{id}/deliver-dead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Delivers everything again that this endpoint never took */
        post: operations["deliverDeadAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/deliveries/{id}/again": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post: operations["deliverAgain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/compliance/matrix": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["complianceMatrix"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/insights/home": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getHome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/standing/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything about the health of one number, with its last 90 days */
        get: operations["getChannelStanding"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/costs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What messages cost, month by month, and what one month is made of */
        get: operations["getCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/costs.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["exportCosts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Quarterly quality reviews, newest first (C-69) */
        get: operations["listReviews"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{quarter}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["getReview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reviews/{quarter}/review.pdf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get: operations["reviewPdf"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        TemplateButtonInput: {
            /** @constant */
            kind: "quick_reply";
            text: string;
            optOut?: boolean;
        } | {
            /** @constant */
            kind: "url";
            text: string;
            url: string;
            suffix?: {
                /** @constant */
                from: "campaign";
            } | {
                /** @constant */
                from: "source";
            } | {
                /** @constant */
                from: "variable";
                name: string;
            };
        } | {
            /** @constant */
            kind: "phone_number";
            text: string;
            phone: string;
        } | {
            /** @constant */
            kind: "copy_code";
            code: string;
        };
        TemplateContentInput: {
            header?: {
                /** @constant */
                format: "text";
                text: string;
            } | {
                /** @constant */
                format: "image";
                url?: string;
                /** Format: uuid */
                mediaId?: string;
            } | {
                /** @constant */
                format: "video";
                url?: string;
                /** Format: uuid */
                mediaId?: string;
            } | {
                /** @constant */
                format: "document";
                url?: string;
                /** Format: uuid */
                mediaId?: string;
                filename?: string;
            } | {
                /** @constant */
                format: "location";
                latitude: number | null;
                longitude: number | null;
                name: string;
                address: string;
            };
            body: string;
            footer?: string;
            /** @default [] */
            buttons: components["schemas"]["TemplateButtonInput"][];
            cards?: {
                header: {
                    /** @constant */
                    format: "image";
                    url?: string;
                    /** Format: uuid */
                    mediaId?: string;
                } | {
                    /** @constant */
                    format: "video";
                    url?: string;
                    /** Format: uuid */
                    mediaId?: string;
                };
                body: string;
                buttons: components["schemas"]["TemplateButtonInput"][];
            }[];
            /** @default {} */
            samples: {
                [key: string]: string;
            };
        };
        TemplateButton: {
            /** @constant */
            kind: "quick_reply";
            text: string;
            optOut?: boolean;
        } | {
            /** @constant */
            kind: "url";
            text: string;
            url: string;
            suffix?: {
                /** @constant */
                from: "campaign";
            } | {
                /** @constant */
                from: "source";
            } | {
                /** @constant */
                from: "variable";
                name: string;
            };
        } | {
            /** @constant */
            kind: "phone_number";
            text: string;
            phone: string;
        } | {
            /** @constant */
            kind: "copy_code";
            code: string;
        };
        TemplateContent: {
            header?: {
                /** @constant */
                format: "text";
                text: string;
            } | {
                /** @constant */
                format: "image";
                url?: string;
                /** Format: uuid */
                mediaId?: string;
            } | {
                /** @constant */
                format: "video";
                url?: string;
                /** Format: uuid */
                mediaId?: string;
            } | {
                /** @constant */
                format: "document";
                url?: string;
                /** Format: uuid */
                mediaId?: string;
                filename?: string;
            } | {
                /** @constant */
                format: "location";
                latitude: number | null;
                longitude: number | null;
                name: string;
                address: string;
            };
            body: string;
            footer?: string;
            /** @default [] */
            buttons: components["schemas"]["TemplateButton"][];
            cards?: {
                header: {
                    /** @constant */
                    format: "image";
                    url?: string;
                    /** Format: uuid */
                    mediaId?: string;
                } | {
                    /** @constant */
                    format: "video";
                    url?: string;
                    /** Format: uuid */
                    mediaId?: string;
                };
                body: string;
                buttons: components["schemas"]["TemplateButton"][];
            }[];
            /** @default {} */
            samples: {
                [key: string]: string;
            };
        };
        Template: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            channelId: string;
            name: string;
            language: string;
            /** @enum {string} */
            category: "marketing" | "utility" | "authentication";
            /** @enum {string} */
            state: "draft" | "pending" | "approved" | "rejected" | "paused" | "disabled" | "in_appeal" | "pending_deletion" | "deleted" | "limit_exceeded" | "archived";
            /** @enum {string} */
            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
            content: components["schemas"]["TemplateContent"];
            reason: string | null;
            submittedAt: string | null;
            decidedAt: string | null;
            /** Format: date-time */
            updatedAt: string;
            usedBy: number;
            version: number;
            draft: {
                /** @enum {string} */
                category: "marketing" | "utility" | "authentication";
                content: components["schemas"]["TemplateContent"];
            } | null;
            pause: {
                until: string | null;
                step: number | null;
                canUnpause: boolean;
            } | null;
            edits: {
                left: number | null;
                nextAt: string | null;
            };
            categoryNotice: {
                /** @enum {string} */
                category: "marketing" | "utility" | "authentication";
                at: string | null;
            } | null;
            appealedAt: string | null;
            archivedAt: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readPublicSource: {
        parameters: {
            query?: {
                lang?: string;
            };
            header?: never;
            path: {
                publicId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        business: {
                            name: string;
                            privacyUrl: string | null;
                            imprintUrl: string | null;
                        };
                        /** @enum {string} */
                        language: "de" | "en" | "fr" | "it" | "es" | "nl";
                        texts: {
                            [key: string]: string;
                        };
                        topics: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            description: string;
                        }[];
                        wordingId: string;
                    };
                };
            };
        };
    };
    createSignupRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                publicId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    topicIds: string[];
                    language: string;
                    wordingId: string;
                    phone?: string;
                    /** Format: uri */
                    pageUrl?: string;
                    build?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        code: string;
                        text: string;
                        link: string;
                        qrSvg: string;
                        /** Format: date-time */
                        expiresAt: string;
                    };
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    token: string;
                    name: string;
                    password: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        email: string;
                    };
                };
            };
        };
    };
    whoAmI: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        account: {
                            id: string;
                            name: string;
                            email: string;
                            operator: boolean;
                        };
                        businesses: {
                            /** Format: uuid */
                            id: string;
                            slug: string;
                            name: string;
                            /** @enum {string} */
                            role: "owner" | "marketer" | "agent" | "dpo";
                            /** @enum {string} */
                            state: "trial" | "live" | "frozen";
                        }[];
                        demo: {
                            simulatorUrl: string;
                            shopUrl: string;
                        } | null;
                    };
                };
            };
        };
    };
    listMembers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "marketer" | "agent" | "dpo";
                        /** Format: date-time */
                        createdAt: string;
                    }[];
                };
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    changeRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    role: "owner" | "marketer" | "agent" | "dpo";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "marketer" | "agent" | "dpo";
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "marketer" | "agent" | "dpo";
                        /** Format: date-time */
                        expiresAt: string;
                    }[];
                };
            };
        };
    };
    inviteMember: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: email */
                    email: string;
                    /** @enum {string} */
                    role: "owner" | "marketer" | "agent" | "dpo";
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        email: string;
                        /** @enum {string} */
                        role: "owner" | "marketer" | "agent" | "dpo";
                        /** Format: date-time */
                        expiresAt: string;
                        link: string;
                    };
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": unknown;
                };
            };
        };
    };
    getBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        legalName: string;
                        country: string;
                        /** @enum {string} */
                        language: "de" | "en";
                        timeZone: string;
                        privacyUrl: string | null;
                        imprintUrl: string | null;
                        contactEmail: string | null;
                        dpoEmail: string | null;
                        /** @enum {string} */
                        state: "trial" | "live" | "frozen";
                    };
                };
            };
        };
    };
    updateBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    legalName?: string;
                    /** @default DE */
                    country?: string;
                    /**
                     * @default de
                     * @enum {string}
                     */
                    language?: "de" | "en";
                    /** @default Europe/Berlin */
                    timeZone?: string;
                    /** @default null */
                    privacyUrl?: string | null;
                    /** @default null */
                    imprintUrl?: string | null;
                    /** @default null */
                    contactEmail?: string | null;
                    /** @default null */
                    dpoEmail?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        legalName: string;
                        country: string;
                        /** @enum {string} */
                        language: "de" | "en";
                        timeZone: string;
                        privacyUrl: string | null;
                        imprintUrl: string | null;
                        contactEmail: string | null;
                        dpoEmail: string | null;
                        /** @enum {string} */
                        state: "trial" | "live" | "frozen";
                    };
                };
            };
        };
    };
    createBusiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    legalName: string;
                    /** @default DE */
                    country?: string;
                    /**
                     * @default de
                     * @enum {string}
                     */
                    language?: "de" | "en";
                    /** @default Europe/Berlin */
                    timeZone?: string;
                    /** @default null */
                    privacyUrl?: string | null;
                    /** @default null */
                    imprintUrl?: string | null;
                    /** @default null */
                    contactEmail?: string | null;
                    /** @default null */
                    dpoEmail?: string | null;
                    slug: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        slug: string;
                        name: string;
                        legalName: string;
                        country: string;
                        /** @enum {string} */
                        language: "de" | "en";
                        timeZone: string;
                        privacyUrl: string | null;
                        imprintUrl: string | null;
                        contactEmail: string | null;
                        dpoEmail: string | null;
                        /** @enum {string} */
                        state: "trial" | "live" | "frozen";
                    };
                };
            };
        };
    };
    getSending: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        braked: boolean;
                        reason: ("no_send" | "restored" | "stood_still") | null;
                        since: string | null;
                        mayResume: boolean;
                    };
                };
            };
        };
    };
    resumeSending: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        resumed: boolean;
                    };
                };
            };
        };
    };
    listAudit: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                entity?: string;
                entityId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            actor: {
                                kind: string;
                                id: string | null;
                                label: string;
                            };
                            action: string;
                            entity: string;
                            entityId: string;
                            before: {
                                [key: string]: unknown;
                            } | null;
                            after: {
                                [key: string]: unknown;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listChannels: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        isDefault: boolean;
                        displayPhoneNumber: string;
                        verifiedName: string;
                        phoneNumberId: string;
                        wabaId: string;
                        /** @enum {string} */
                        state: "connected" | "disconnected" | "restricted" | "banned";
                        /** @enum {string} */
                        quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                        messagingLimit: number | null;
                        throughput: number;
                        liveAt: string | null;
                        webhookUrl: string;
                        accessTokenSince: string | null;
                        appSecretSince: string | null;
                        previousSecretUntil: string | null;
                        /** Format: date-time */
                        updatedAt: string;
                    }[];
                };
            };
        };
    };
    connectChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accessToken: string;
                    appSecret: string;
                    verifyToken: string;
                    name: string;
                    phoneNumberId: string;
                    wabaId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        isDefault: boolean;
                        displayPhoneNumber: string;
                        verifiedName: string;
                        phoneNumberId: string;
                        wabaId: string;
                        /** @enum {string} */
                        state: "connected" | "disconnected" | "restricted" | "banned";
                        /** @enum {string} */
                        quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                        messagingLimit: number | null;
                        throughput: number;
                        liveAt: string | null;
                        webhookUrl: string;
                        accessTokenSince: string | null;
                        appSecretSince: string | null;
                        previousSecretUntil: string | null;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    updateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accessToken?: string;
                    appSecret?: string;
                    verifyToken?: string;
                    name?: string;
                    previousAppSecret?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        isDefault: boolean;
                        displayPhoneNumber: string;
                        verifiedName: string;
                        phoneNumberId: string;
                        wabaId: string;
                        /** @enum {string} */
                        state: "connected" | "disconnected" | "restricted" | "banned";
                        /** @enum {string} */
                        quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                        messagingLimit: number | null;
                        throughput: number;
                        liveAt: string | null;
                        webhookUrl: string;
                        accessTokenSince: string | null;
                        appSecretSince: string | null;
                        previousSecretUntil: string | null;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    checkChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    accessToken?: string;
                    appSecret?: string;
                    verifyToken?: string;
                    phoneNumberId: string;
                    wabaId: string;
                    /** Format: uuid */
                    channelId?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        healthy: boolean;
                        steps: {
                            /** @enum {string} */
                            key: "token" | "permissions" | "token_end" | "app_secret" | "number" | "registration" | "pin" | "name" | "limit" | "health" | "waba" | "verification" | "review" | "profile" | "storage" | "subscription" | "callback" | "webhook" | "signature";
                            /** @enum {string} */
                            state: "ok" | "warn" | "fail" | "open";
                            code: string;
                            detail: string;
                            cure: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getChannelProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profile: {
                            about: string;
                            description: string;
                            address: string;
                            email: string;
                            websites: string[];
                            vertical: string;
                        };
                        proposal: {
                            description: string;
                            email: string;
                            websites: string[];
                        };
                        checks: {
                            /** @enum {string} */
                            key: "name" | "legal_name" | "email" | "imprint" | "privacy";
                            ok: boolean;
                        }[];
                        verticals: ("OTHER" | "AUTO" | "BEAUTY" | "APPAREL" | "EDU" | "ENTERTAIN" | "EVENT_PLAN" | "FINANCE" | "GROCERY" | "GOVT" | "HOTEL" | "HEALTH" | "NONPROFIT" | "PROF_SERVICES" | "RETAIL" | "TRAVEL" | "RESTAURANT")[];
                        longest: {
                            about: number;
                            description: number;
                            address: number;
                            email: number;
                            website: number;
                        };
                    };
                };
            };
        };
    };
    setChannelProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    about: string;
                    description: string;
                    address: string;
                    email: "" | string;
                    websites: string[];
                    vertical: ("OTHER" | "AUTO" | "BEAUTY" | "APPAREL" | "EDU" | "ENTERTAIN" | "EVENT_PLAN" | "FINANCE" | "GROCERY" | "GOVT" | "HOTEL" | "HEALTH" | "NONPROFIT" | "PROF_SERVICES" | "RETAIL" | "TRAVEL" | "RESTAURANT") | "";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        profile: {
                            about: string;
                            description: string;
                            address: string;
                            email: string;
                            websites: string[];
                            vertical: string;
                        };
                        proposal: {
                            description: string;
                            email: string;
                            websites: string[];
                        };
                        checks: {
                            /** @enum {string} */
                            key: "name" | "legal_name" | "email" | "imprint" | "privacy";
                            ok: boolean;
                        }[];
                        verticals: ("OTHER" | "AUTO" | "BEAUTY" | "APPAREL" | "EDU" | "ENTERTAIN" | "EVENT_PLAN" | "FINANCE" | "GROCERY" | "GOVT" | "HOTEL" | "HEALTH" | "NONPROFIT" | "PROF_SERVICES" | "RETAIL" | "TRAVEL" | "RESTAURANT")[];
                        longest: {
                            about: number;
                            description: number;
                            address: number;
                            email: number;
                            website: number;
                        };
                    };
                };
            };
        };
    };
    setChannelPin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        registered: boolean;
                    };
                };
            };
        };
    };
    getChannelStorage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "standard" | "in_country" | "none";
                        region: string | null;
                        registered: boolean;
                        inApp: boolean;
                        unfinished: boolean;
                        regions: ("DE" | "CH" | "GB" | "AE" | "AU" | "BH" | "BR" | "CA" | "ID" | "IN" | "JP" | "KR" | "SG" | "ZA")[];
                    };
                };
            };
        };
    };
    setChannelStorage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "in_country";
                    /** @enum {string} */
                    region: "DE" | "CH" | "GB" | "AE" | "AU" | "BH" | "BR" | "CA" | "ID" | "IN" | "JP" | "KR" | "SG" | "ZA";
                    pin: string;
                } | {
                    /** @enum {string} */
                    kind: "none";
                    pin: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "standard" | "in_country" | "none";
                        region: string | null;
                        registered: boolean;
                        inApp: boolean;
                        unfinished: boolean;
                        regions: ("DE" | "CH" | "GB" | "AE" | "AU" | "BH" | "BR" | "CA" | "ID" | "IN" | "JP" | "KR" | "SG" | "ZA")[];
                    };
                };
            };
        };
    };
    getChannelConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        prompts: string[];
                        commands: {
                            name: string;
                            description: string;
                        }[];
                    };
                };
            };
        };
    };
    setChannelConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    prompts: string[];
                    commands: {
                        name: string;
                        description: string;
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        prompts: string[];
                        commands: {
                            name: string;
                            description: string;
                        }[];
                    };
                };
            };
        };
    };
    subscribeChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    makeChannelDefault: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        isDefault: boolean;
                        displayPhoneNumber: string;
                        verifiedName: string;
                        phoneNumberId: string;
                        wabaId: string;
                        /** @enum {string} */
                        state: "connected" | "disconnected" | "restricted" | "banned";
                        /** @enum {string} */
                        quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                        messagingLimit: number | null;
                        throughput: number;
                        liveAt: string | null;
                        webhookUrl: string;
                        accessTokenSince: string | null;
                        appSecretSince: string | null;
                        previousSecretUntil: string | null;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getStopWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        words: string[];
                    };
                };
            };
        };
    };
    setStopWords: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    words: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        words: string[];
                    };
                };
            };
        };
    };
    listTopics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        name: {
                            de: string;
                            en: string;
                        };
                        description: {
                            de: string;
                            en: string;
                        };
                        position: number;
                        archivedAt: string | null;
                        confirmed: number;
                        superseded: number;
                        wordings: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            language: "de" | "en" | "fr" | "it" | "es" | "nl";
                            version: number;
                            body: string;
                            hash: string;
                            /** Format: date-time */
                            publishedAt: string;
                            current: boolean;
                            material: boolean;
                            change: string | null;
                            superseded: number;
                            invalidatedAt: string | null;
                        }[];
                    }[];
                };
            };
        };
    };
    createTopic: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                    name: {
                        de: string;
                        en: string;
                    };
                    description: {
                        de: string;
                        en: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        name: {
                            de: string;
                            en: string;
                        };
                        description: {
                            de: string;
                            en: string;
                        };
                        position: number;
                        archivedAt: string | null;
                        confirmed: number;
                        superseded: number;
                        wordings: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            language: "de" | "en" | "fr" | "it" | "es" | "nl";
                            version: number;
                            body: string;
                            hash: string;
                            /** Format: date-time */
                            publishedAt: string;
                            current: boolean;
                            material: boolean;
                            change: string | null;
                            superseded: number;
                            invalidatedAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    updateTopic: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: {
                        de: string;
                        en: string;
                    };
                    description?: {
                        de: string;
                        en: string;
                    };
                    archived?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        key: string;
                        name: {
                            de: string;
                            en: string;
                        };
                        description: {
                            de: string;
                            en: string;
                        };
                        position: number;
                        archivedAt: string | null;
                        confirmed: number;
                        superseded: number;
                        wordings: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            language: "de" | "en" | "fr" | "it" | "es" | "nl";
                            version: number;
                            body: string;
                            hash: string;
                            /** Format: date-time */
                            publishedAt: string;
                            current: boolean;
                            material: boolean;
                            change: string | null;
                            superseded: number;
                            invalidatedAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    checkWording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "de" | "en" | "fr" | "it" | "es" | "nl";
                    body: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            rule: string;
                            /** @enum {string} */
                            severity: "error" | "warning";
                            element: string;
                            message: string;
                        }[];
                    };
                };
            };
        };
    };
    publishWording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "de" | "en" | "fr" | "it" | "es" | "nl";
                    body: string;
                    /** @default false */
                    material?: boolean;
                    change?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        language: "de" | "en" | "fr" | "it" | "es" | "nl";
                        version: number;
                        body: string;
                        hash: string;
                        /** Format: date-time */
                        publishedAt: string;
                        current: boolean;
                        material: boolean;
                        change: string | null;
                        superseded: number;
                        invalidatedAt: string | null;
                    };
                };
            };
        };
    };
    askAgainFigures: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        superseded: number;
                        waiting: number;
                        windowOpen: number;
                        asked: number;
                        yes: number;
                        no: number;
                        open: number;
                    };
                };
            };
        };
    };
    invalidateWording: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: number;
                        byState: {
                            [key: string]: number;
                        };
                        withheld: number;
                        sent: {
                            messages: number;
                            people: number;
                            first: string | null;
                            last: string | null;
                            campaigns: {
                                id: string | null;
                                name: string | null;
                                messages: number;
                                people: number;
                            }[];
                        };
                        /** Format: uuid */
                        wordingId: string;
                        /** Format: date-time */
                        at: string;
                        reason: string;
                    };
                };
            };
        };
    };
    getInvalidation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        consents: number;
                        byState: {
                            [key: string]: number;
                        };
                        withheld: number;
                        sent: {
                            messages: number;
                            people: number;
                            first: string | null;
                            last: string | null;
                            campaigns: {
                                id: string | null;
                                name: string | null;
                                messages: number;
                                people: number;
                            }[];
                        };
                        /** Format: uuid */
                        wordingId: string;
                        /** Format: date-time */
                        at: string;
                        reason: string;
                    };
                };
            };
        };
    };
    getConsentPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questionHours: number;
                        codeHours: number;
                        minimumAge: number;
                        receipt: boolean;
                    };
                };
            };
        };
    };
    setConsentPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    questionHours: number;
                    codeHours: number;
                    minimumAge: number;
                    receipt: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questionHours: number;
                        codeHours: number;
                        minimumAge: number;
                        receipt: boolean;
                    };
                };
            };
        };
    };
    listSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        publicId: string;
                        /** @enum {string} */
                        kind: "bubble" | "qr" | "link" | "keyword";
                        name: string;
                        /** Format: uuid */
                        channelId: string;
                        topicIds: string[];
                        keyword: string | null;
                        settings: {
                            color?: string;
                            /** @enum {string} */
                            position?: "left" | "right";
                        };
                        link: string;
                        /** Format: date-time */
                        createdAt: string;
                        revokedAt: string | null;
                        stats: {
                            requested: number;
                            confirmed: number;
                        };
                    }[];
                };
            };
        };
    };
    createSource: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "bubble" | "qr" | "link" | "keyword";
                    name: string;
                    /** Format: uuid */
                    channelId: string;
                    topicIds: string[];
                    keyword?: string;
                    /** @default {} */
                    settings?: {
                        color?: string;
                        /** @enum {string} */
                        position?: "left" | "right";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        publicId: string;
                        /** @enum {string} */
                        kind: "bubble" | "qr" | "link" | "keyword";
                        name: string;
                        /** Format: uuid */
                        channelId: string;
                        topicIds: string[];
                        keyword: string | null;
                        settings: {
                            color?: string;
                            /** @enum {string} */
                            position?: "left" | "right";
                        };
                        link: string;
                        /** Format: date-time */
                        createdAt: string;
                        revokedAt: string | null;
                        stats: {
                            requested: number;
                            confirmed: number;
                        };
                    };
                };
            };
        };
    };
    updateSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    topicIds?: string[];
                    settings?: {
                        color?: string;
                        /** @enum {string} */
                        position?: "left" | "right";
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        publicId: string;
                        /** @enum {string} */
                        kind: "bubble" | "qr" | "link" | "keyword";
                        name: string;
                        /** Format: uuid */
                        channelId: string;
                        topicIds: string[];
                        keyword: string | null;
                        settings: {
                            color?: string;
                            /** @enum {string} */
                            position?: "left" | "right";
                        };
                        link: string;
                        /** Format: date-time */
                        createdAt: string;
                        revokedAt: string | null;
                        stats: {
                            requested: number;
                            confirmed: number;
                        };
                    };
                };
            };
        };
    };
    revokeSource: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        publicId: string;
                        /** @enum {string} */
                        kind: "bubble" | "qr" | "link" | "keyword";
                        name: string;
                        /** Format: uuid */
                        channelId: string;
                        topicIds: string[];
                        keyword: string | null;
                        settings: {
                            color?: string;
                            /** @enum {string} */
                            position?: "left" | "right";
                        };
                        link: string;
                        /** Format: date-time */
                        createdAt: string;
                        revokedAt: string | null;
                        stats: {
                            requested: number;
                            confirmed: number;
                        };
                    };
                };
            };
        };
    };
    sourceQrSvg: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sourceQrPng: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    sourceMaterial: {
        parameters: {
            query?: {
                language?: "de" | "en" | "fr" | "it" | "es" | "nl";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        language: "de" | "en" | "fr" | "it" | "es" | "nl";
                        mail: {
                            subject: string;
                            text: string;
                        };
                        banner: {
                            html: string;
                        };
                        poster: {
                            svg: string;
                        };
                    };
                };
            };
        };
    };
    sourceSnippet: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        html: string;
                    };
                };
            };
        };
    };
    listContactFields: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        label: string;
                        /** @enum {string} */
                        type: "text" | "number" | "date" | "boolean";
                        purpose: string;
                    }[];
                };
            };
        };
    };
    createContactField: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    key: string;
                    label: string;
                    /** @enum {string} */
                    type: "text" | "number" | "date" | "boolean";
                    purpose: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        key: string;
                        label: string;
                        /** @enum {string} */
                        type: "text" | "number" | "date" | "boolean";
                        purpose: string;
                    };
                };
            };
        };
    };
    deleteContactField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listContactImports: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            fileName: string;
                            /** @enum {string} */
                            state: "running" | "finished" | "failed";
                            rowsTotal: number;
                            rowsGood: number;
                            rowsBad: number;
                            problems: {
                                line: number;
                                reason: string;
                            }[];
                            claims: {
                                /** @enum {string} */
                                state: "waiting" | "approved" | "refused" | "lapsed";
                                lapsesAt: string | null;
                                /** @enum {string} */
                                origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                                statement: string;
                                fileHash: string | null;
                                claims: number;
                                incomplete: number;
                                objected: number;
                                attestedBy: string;
                                /** Format: date-time */
                                attestedAt: string;
                                decidedBy: string | null;
                                decidedAt: string | null;
                                note: string | null;
                                mine: boolean;
                            } | null;
                            /** Format: date-time */
                            createdAt: string;
                            finishedAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    importContacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        fileName: string;
                        /** @enum {string} */
                        state: "running" | "finished" | "failed";
                        rowsTotal: number;
                        rowsGood: number;
                        rowsBad: number;
                        problems: {
                            line: number;
                            reason: string;
                        }[];
                        claims: {
                            /** @enum {string} */
                            state: "waiting" | "approved" | "refused" | "lapsed";
                            lapsesAt: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            statement: string;
                            fileHash: string | null;
                            claims: number;
                            incomplete: number;
                            objected: number;
                            attestedBy: string;
                            /** Format: date-time */
                            attestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            note: string | null;
                            mine: boolean;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    getContactImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        fileName: string;
                        /** @enum {string} */
                        state: "running" | "finished" | "failed";
                        rowsTotal: number;
                        rowsGood: number;
                        rowsBad: number;
                        problems: {
                            line: number;
                            reason: string;
                        }[];
                        claims: {
                            /** @enum {string} */
                            state: "waiting" | "approved" | "refused" | "lapsed";
                            lapsesAt: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            statement: string;
                            fileHash: string | null;
                            claims: number;
                            incomplete: number;
                            objected: number;
                            attestedBy: string;
                            /** Format: date-time */
                            attestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            note: string | null;
                            mine: boolean;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    sampleImportClaims: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        line: number;
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        phone: string | null;
                        /** Format: date */
                        claimedOn: string;
                        source: string;
                        wording: string | null;
                    }[];
                };
            };
        };
    };
    decideContactImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    decision: "approve" | "refuse";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        fileName: string;
                        /** @enum {string} */
                        state: "running" | "finished" | "failed";
                        rowsTotal: number;
                        rowsGood: number;
                        rowsBad: number;
                        problems: {
                            line: number;
                            reason: string;
                        }[];
                        claims: {
                            /** @enum {string} */
                            state: "waiting" | "approved" | "refused" | "lapsed";
                            lapsesAt: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            statement: string;
                            fileHash: string | null;
                            claims: number;
                            incomplete: number;
                            objected: number;
                            attestedBy: string;
                            /** Format: date-time */
                            attestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            note: string | null;
                            mine: boolean;
                        } | null;
                        /** Format: date-time */
                        createdAt: string;
                        finishedAt: string | null;
                    };
                };
            };
        };
    };
    previewContactImport: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        columns: string[];
                        sample: string[][];
                        guess: {
                            phoneColumn: string;
                            nameColumn?: string;
                            languageColumn?: string;
                            attributes: {
                                [key: string]: string;
                            };
                            evidence?: {
                                dateColumn: string;
                                sourceColumn?: string;
                                source?: string;
                                wordingColumn?: string;
                                /** Format: uuid */
                                wordingId?: string;
                                wordingText?: string;
                                /** @enum {string} */
                                origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                                statement: string;
                                /** @enum {boolean} */
                                collectedByUs: true;
                            };
                        };
                    };
                };
            };
        };
    };
    listSegments: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        rules: {
                            /** @enum {string} */
                            match: "all" | "any";
                            groups: {
                                /** @enum {string} */
                                match: "all" | "any";
                                rules: ({
                                    /** @enum {string} */
                                    field: "topic";
                                    /** @enum {string} */
                                    op: "confirmed" | "not_confirmed";
                                    /** Format: uuid */
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "source";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    /** Format: uuid */
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "language";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "country";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "attribute";
                                    key: string;
                                    /** @enum {string} */
                                    op: "is" | "is_not" | "contains" | "gt" | "lt" | "set" | "not_set";
                                    value?: string | number | boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "last_inbound" | "created" | "last_marketing";
                                    /** @enum {string} */
                                    op: "within_days" | "not_within_days";
                                    value: number;
                                })[];
                            }[];
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    }[];
                };
            };
        };
    };
    createSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    rules: {
                        /** @enum {string} */
                        match: "all" | "any";
                        groups: {
                            /** @enum {string} */
                            match: "all" | "any";
                            rules: ({
                                /** @enum {string} */
                                field: "topic";
                                /** @enum {string} */
                                op: "confirmed" | "not_confirmed";
                                /** Format: uuid */
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "source";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                /** Format: uuid */
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "country";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "attribute";
                                key: string;
                                /** @enum {string} */
                                op: "is" | "is_not" | "contains" | "gt" | "lt" | "set" | "not_set";
                                value?: string | number | boolean;
                            } | {
                                /** @enum {string} */
                                field: "last_inbound" | "created" | "last_marketing";
                                /** @enum {string} */
                                op: "within_days" | "not_within_days";
                                value: number;
                            })[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        rules: {
                            /** @enum {string} */
                            match: "all" | "any";
                            groups: {
                                /** @enum {string} */
                                match: "all" | "any";
                                rules: ({
                                    /** @enum {string} */
                                    field: "topic";
                                    /** @enum {string} */
                                    op: "confirmed" | "not_confirmed";
                                    /** Format: uuid */
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "source";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    /** Format: uuid */
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "language";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "country";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "attribute";
                                    key: string;
                                    /** @enum {string} */
                                    op: "is" | "is_not" | "contains" | "gt" | "lt" | "set" | "not_set";
                                    value?: string | number | boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "last_inbound" | "created" | "last_marketing";
                                    /** @enum {string} */
                                    op: "within_days" | "not_within_days";
                                    value: number;
                                })[];
                            }[];
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    getSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        rules: {
                            /** @enum {string} */
                            match: "all" | "any";
                            groups: {
                                /** @enum {string} */
                                match: "all" | "any";
                                rules: ({
                                    /** @enum {string} */
                                    field: "topic";
                                    /** @enum {string} */
                                    op: "confirmed" | "not_confirmed";
                                    /** Format: uuid */
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "source";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    /** Format: uuid */
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "language";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "country";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "attribute";
                                    key: string;
                                    /** @enum {string} */
                                    op: "is" | "is_not" | "contains" | "gt" | "lt" | "set" | "not_set";
                                    value?: string | number | boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "last_inbound" | "created" | "last_marketing";
                                    /** @enum {string} */
                                    op: "within_days" | "not_within_days";
                                    value: number;
                                })[];
                            }[];
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    deleteSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
        };
    };
    updateSegment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    rules?: {
                        /** @enum {string} */
                        match: "all" | "any";
                        groups: {
                            /** @enum {string} */
                            match: "all" | "any";
                            rules: ({
                                /** @enum {string} */
                                field: "topic";
                                /** @enum {string} */
                                op: "confirmed" | "not_confirmed";
                                /** Format: uuid */
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "source";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                /** Format: uuid */
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "country";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "attribute";
                                key: string;
                                /** @enum {string} */
                                op: "is" | "is_not" | "contains" | "gt" | "lt" | "set" | "not_set";
                                value?: string | number | boolean;
                            } | {
                                /** @enum {string} */
                                field: "last_inbound" | "created" | "last_marketing";
                                /** @enum {string} */
                                op: "within_days" | "not_within_days";
                                value: number;
                            })[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        rules: {
                            /** @enum {string} */
                            match: "all" | "any";
                            groups: {
                                /** @enum {string} */
                                match: "all" | "any";
                                rules: ({
                                    /** @enum {string} */
                                    field: "topic";
                                    /** @enum {string} */
                                    op: "confirmed" | "not_confirmed";
                                    /** Format: uuid */
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "source";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    /** Format: uuid */
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "language";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "country";
                                    /** @enum {string} */
                                    op: "is" | "is_not";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    field: "attribute";
                                    key: string;
                                    /** @enum {string} */
                                    op: "is" | "is_not" | "contains" | "gt" | "lt" | "set" | "not_set";
                                    value?: string | number | boolean;
                                } | {
                                    /** @enum {string} */
                                    field: "last_inbound" | "created" | "last_marketing";
                                    /** @enum {string} */
                                    op: "within_days" | "not_within_days";
                                    value: number;
                                })[];
                            }[];
                        };
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        updatedAt: string;
                    };
                };
            };
        };
    };
    countSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rules: {
                        /** @enum {string} */
                        match: "all" | "any";
                        groups: {
                            /** @enum {string} */
                            match: "all" | "any";
                            rules: ({
                                /** @enum {string} */
                                field: "topic";
                                /** @enum {string} */
                                op: "confirmed" | "not_confirmed";
                                /** Format: uuid */
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "source";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                /** Format: uuid */
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "country";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "attribute";
                                key: string;
                                /** @enum {string} */
                                op: "is" | "is_not" | "contains" | "gt" | "lt" | "set" | "not_set";
                                value?: string | number | boolean;
                            } | {
                                /** @enum {string} */
                                field: "last_inbound" | "created" | "last_marketing";
                                /** @enum {string} */
                                op: "within_days" | "not_within_days";
                                value: number;
                            })[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                        capped: boolean;
                        confirmedByTopic: {
                            [key: string]: number;
                        };
                    };
                };
            };
        };
    };
    sampleSegment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    rules: {
                        /** @enum {string} */
                        match: "all" | "any";
                        groups: {
                            /** @enum {string} */
                            match: "all" | "any";
                            rules: ({
                                /** @enum {string} */
                                field: "topic";
                                /** @enum {string} */
                                op: "confirmed" | "not_confirmed";
                                /** Format: uuid */
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "source";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                /** Format: uuid */
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "language";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "country";
                                /** @enum {string} */
                                op: "is" | "is_not";
                                value: string;
                            } | {
                                /** @enum {string} */
                                field: "attribute";
                                key: string;
                                /** @enum {string} */
                                op: "is" | "is_not" | "contains" | "gt" | "lt" | "set" | "not_set";
                                value?: string | number | boolean;
                            } | {
                                /** @enum {string} */
                                field: "last_inbound" | "created" | "last_marketing";
                                /** @enum {string} */
                                op: "within_days" | "not_within_days";
                                value: number;
                            })[];
                        }[];
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            phone: string | null;
                            username: string | null;
                            whatsappId: string | null;
                            language: string | null;
                            country: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            lastInboundAt: string | null;
                            consents: {
                                /** Format: uuid */
                                topicId: string;
                                /** Format: uuid */
                                channelId: string;
                                /** @enum {string} */
                                state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            }[];
                            hold: string | null;
                            suppressed: boolean;
                            restricted: boolean;
                        }[];
                    };
                };
            };
        };
    };
    listPriceRates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        market: string;
                        /** @enum {string} */
                        category: "marketing" | "marketing_lite" | "utility" | "authentication" | "authentication_international" | "service";
                        currency: string;
                        price: number;
                        /** Format: date */
                        effectiveFrom: string;
                        effectiveTo: string | null;
                        tierFrom: number;
                        tierTo: number | null;
                        source: string;
                        verified: boolean;
                    }[];
                };
            };
        };
    };
    setPriceRate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    market: string;
                    /** @enum {string} */
                    category: "marketing" | "marketing_lite" | "utility" | "authentication" | "authentication_international" | "service";
                    currency?: string;
                    price: number;
                    /** Format: date */
                    effectiveFrom: string;
                    /** @default null */
                    effectiveTo?: string | null;
                    /** @default 0 */
                    tierFrom?: number;
                    /** @default null */
                    tierTo?: number | null;
                    source: string;
                    /** @default true */
                    verified?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        market: string;
                        /** @enum {string} */
                        category: "marketing" | "marketing_lite" | "utility" | "authentication" | "authentication_international" | "service";
                        currency: string;
                        price: number;
                        /** Format: date */
                        effectiveFrom: string;
                        effectiveTo: string | null;
                        tierFrom: number;
                        tierTo: number | null;
                        source: string;
                        verified: boolean;
                    };
                };
            };
        };
    };
    deletePriceRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
        };
    };
    listPriceImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        fileName: string;
                        /** Format: date-time */
                        at: string;
                        rates: number;
                        undoneAt: string | null;
                    }[];
                };
            };
        };
    };
    importPrices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    fileName: string;
                    text: string;
                    dryRun: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string | null;
                        fileName: string;
                        changes: {
                            market: string;
                            /** @enum {string} */
                            category: "marketing" | "marketing_lite" | "utility" | "authentication" | "authentication_international" | "service";
                            currency: string;
                            price: number;
                            /** Format: date */
                            effectiveFrom: string;
                            effectiveTo: string | null;
                            tierFrom: number;
                            tierTo: number | null;
                            source: string;
                            verified: boolean;
                            line: number;
                            /** @enum {string} */
                            change: "new" | "changed" | "same";
                            before: number | null;
                        }[];
                        bad: {
                            line: number;
                            problem: string;
                        }[];
                    };
                };
            };
        };
    };
    undoPriceImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        undone: number;
                        kept: number;
                    };
                };
            };
        };
    };
    getBilling: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        timeZone: string;
                        freeService: number;
                        currencyOpen: boolean;
                    };
                };
            };
        };
    };
    setBilling: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    currency: string;
                    timeZone: string;
                    freeService: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        currency: string;
                        timeZone: string;
                        freeService: number;
                        currencyOpen: boolean;
                    };
                };
            };
        };
    };
    compareCosts: {
        parameters: {
            query: {
                month: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        month: string;
                        currency: string;
                        fetchedAt: string | null;
                        own: {
                            messages: number;
                            cost: number;
                        };
                        meta: {
                            messages: number;
                            cost: number;
                        } | null;
                        days: {
                            /** Format: date */
                            day: string;
                            market: string;
                            own: {
                                messages: number;
                                cost: number;
                            };
                            meta: {
                                messages: number;
                                cost: number;
                            } | null;
                            difference: number;
                            /** @enum {string} */
                            why: "same" | "not_asked" | "still_counting" | "meta_has_more" | "we_have_more" | "other_price" | "no_price";
                        }[];
                    };
                };
            };
        };
    };
    fetchMetaCosts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    month: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        month: string;
                        currency: string;
                        fetchedAt: string | null;
                        own: {
                            messages: number;
                            cost: number;
                        };
                        meta: {
                            messages: number;
                            cost: number;
                        } | null;
                        days: {
                            /** Format: date */
                            day: string;
                            market: string;
                            own: {
                                messages: number;
                                cost: number;
                            };
                            meta: {
                                messages: number;
                                cost: number;
                            } | null;
                            difference: number;
                            /** @enum {string} */
                            why: "same" | "not_asked" | "still_counting" | "meta_has_more" | "we_have_more" | "other_price" | "no_price";
                        }[];
                    };
                };
            };
        };
    };
    listRulePacks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        country: string;
                        version: string;
                        /** Format: date */
                        effectiveOn: string;
                        verifiedOn: string | null;
                        sources: string[];
                        /** @enum {string} */
                        consent: "express_prior" | "express_prior_written" | "notice_and_consent";
                        marketing: boolean;
                        week: ([
                            number,
                            number
                        ] | null)[];
                        holidays: boolean;
                        consentAge: number | null;
                        notes: string;
                        hint: string | null;
                    }[];
                };
            };
        };
    };
    getSendingPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        marketingPer7Days: number;
                        marketingPer30Days: number;
                        quietHours: boolean;
                        /** @default 12 */
                        holdAfterMonths: number;
                        /** @default 24 */
                        expireAfterMonths: number;
                        /** @default 1 */
                        warmUpDays: number;
                        reason: string | null;
                        updatedAt: string | null;
                        defaults: {
                            marketingPer7Days: number;
                            marketingPer30Days: number;
                            quietHours: boolean;
                            /** @default 12 */
                            holdAfterMonths: number;
                            /** @default 24 */
                            expireAfterMonths: number;
                            /** @default 1 */
                            warmUpDays: number;
                        };
                    };
                };
            };
        };
    };
    setSendingPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    marketingPer7Days: number;
                    marketingPer30Days: number;
                    quietHours: boolean;
                    /** @default 12 */
                    holdAfterMonths?: number;
                    /** @default 24 */
                    expireAfterMonths?: number;
                    /** @default 1 */
                    warmUpDays?: number;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        marketingPer7Days: number;
                        marketingPer30Days: number;
                        quietHours: boolean;
                        /** @default 12 */
                        holdAfterMonths: number;
                        /** @default 24 */
                        expireAfterMonths: number;
                        /** @default 1 */
                        warmUpDays: number;
                        reason: string | null;
                        updatedAt: string | null;
                        defaults: {
                            marketingPer7Days: number;
                            marketingPer30Days: number;
                            quietHours: boolean;
                            /** @default 12 */
                            holdAfterMonths: number;
                            /** @default 24 */
                            expireAfterMonths: number;
                            /** @default 1 */
                            warmUpDays: number;
                        };
                    };
                };
            };
        };
    };
    listBudgets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        topicId: string | null;
                        /** @enum {string} */
                        period: "month" | "year";
                        amount: number;
                        currency: string;
                        now: string;
                        spent: number;
                        left: number;
                    }[];
                };
            };
        };
    };
    setBudget: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    topicId: string | null;
                    /** @enum {string} */
                    period: "month" | "year";
                    amount: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        topicId: string | null;
                        /** @enum {string} */
                        period: "month" | "year";
                        amount: number;
                        currency: string;
                        now: string;
                        spent: number;
                        left: number;
                    }[];
                };
            };
        };
    };
    removeBudget: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    allowCountry: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    country: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listLedgerAnchors: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "timestamp" | "witness" | "mail";
                            size: number;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    anchorLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kinds?: ("timestamp" | "witness" | "mail")[];
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** @enum {string} */
                            kind: "timestamp" | "witness" | "mail";
                            anchor: {
                                /** Format: uuid */
                                id: string;
                                /** @enum {string} */
                                kind: "timestamp" | "witness" | "mail";
                                size: number;
                                by: string;
                                /** Format: date-time */
                                at: string;
                            } | null;
                            failed: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getLedgerAnchorProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        size: number;
                        unsealed: number;
                        root: string;
                        lastCheckpointAt: string | null;
                        note: string | null;
                        publicKey: string;
                        lastAnchor: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "timestamp" | "witness" | "mail";
                            size: number;
                            by: string;
                            /** Format: date-time */
                            at: string;
                        } | null;
                        ways: {
                            /** @enum {string} */
                            kind: "timestamp" | "witness" | "mail";
                            missing: ("setting" | "address") | null;
                            failingSince: string | null;
                        }[];
                    };
                };
            };
        };
    };
    listLedgerEntries: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            seq: number | null;
                            type: string;
                            state: string;
                            topicName: string;
                            /** Format: date-time */
                            at: string;
                            leafHash: string | null;
                            contactId: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    verifyLedger: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default [] */
                    externalCheckpoints?: string[];
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        size: number;
                        checked: number;
                        unsealed: number;
                        /** Format: date-time */
                        at: string;
                        root?: string;
                        vouched?: number;
                        shredded?: number;
                        unexplained?: number;
                        seq?: number | null;
                        until?: number | null;
                        entryId?: string | null;
                        reason?: string;
                        detail?: string;
                    };
                };
            };
        };
    };
    getLedgerProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getLedgerCheckpoint: {
        parameters: {
            query?: {
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    getStanding: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            displayPhoneNumber: string;
                            verifiedName: string;
                            phoneNumberId: string;
                            wabaId: string;
                            /** @enum {string} */
                            state: "connected" | "disconnected" | "restricted" | "banned";
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                            messagingLimit: number | null;
                            usedToday: number;
                            throughput: number;
                            /** Format: date-time */
                            updatedAt: string;
                            changes: {
                                /** Format: date-time */
                                at: string;
                                what: string;
                                before: string | null;
                                after: string | null;
                            }[];
                        }[];
                        templates: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            language: string;
                            /** @enum {string} */
                            state: "pending" | "approved" | "rejected" | "paused" | "disabled" | "in_appeal" | "pending_deletion" | "limit_exceeded";
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                            reason: string | null;
                        }[];
                        alerts: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            severity: "info" | "success" | "warning" | "critical";
                            entity: string | null;
                            entityId: string | null;
                            data: {
                                [key: string]: string | number | boolean | null;
                            };
                            title: string;
                            detail: string;
                            /** Format: date-time */
                            at: string;
                            readAt: string | null;
                        }[];
                        parkedUpdates: number;
                    };
                };
            };
        };
    };
    refreshChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            displayPhoneNumber: string;
                            verifiedName: string;
                            phoneNumberId: string;
                            wabaId: string;
                            /** @enum {string} */
                            state: "connected" | "disconnected" | "restricted" | "banned";
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                            messagingLimit: number | null;
                            usedToday: number;
                            throughput: number;
                            /** Format: date-time */
                            updatedAt: string;
                            changes: {
                                /** Format: date-time */
                                at: string;
                                what: string;
                                before: string | null;
                                after: string | null;
                            }[];
                        }[];
                        templates: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            language: string;
                            /** @enum {string} */
                            state: "pending" | "approved" | "rejected" | "paused" | "disabled" | "in_appeal" | "pending_deletion" | "limit_exceeded";
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                            reason: string | null;
                        }[];
                        alerts: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            severity: "info" | "success" | "warning" | "critical";
                            entity: string | null;
                            entityId: string | null;
                            data: {
                                [key: string]: string | number | boolean | null;
                            };
                            title: string;
                            detail: string;
                            /** Format: date-time */
                            at: string;
                            readAt: string | null;
                        }[];
                        parkedUpdates: number;
                    };
                };
            };
        };
    };
    liftRestriction: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    kind: string;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        channels: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            displayPhoneNumber: string;
                            verifiedName: string;
                            phoneNumberId: string;
                            wabaId: string;
                            /** @enum {string} */
                            state: "connected" | "disconnected" | "restricted" | "banned";
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                            messagingLimit: number | null;
                            usedToday: number;
                            throughput: number;
                            /** Format: date-time */
                            updatedAt: string;
                            changes: {
                                /** Format: date-time */
                                at: string;
                                what: string;
                                before: string | null;
                                after: string | null;
                            }[];
                        }[];
                        templates: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            language: string;
                            /** @enum {string} */
                            state: "pending" | "approved" | "rejected" | "paused" | "disabled" | "in_appeal" | "pending_deletion" | "limit_exceeded";
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                            reason: string | null;
                        }[];
                        alerts: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            severity: "info" | "success" | "warning" | "critical";
                            entity: string | null;
                            entityId: string | null;
                            data: {
                                [key: string]: string | number | boolean | null;
                            };
                            title: string;
                            detail: string;
                            /** Format: date-time */
                            at: string;
                            readAt: string | null;
                        }[];
                        parkedUpdates: number;
                    };
                };
            };
        };
    };
    getAlertSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: boolean;
                        ways: {
                            /** @enum {string} */
                            subject: "account" | "quality" | "campaigns" | "ledger" | "technical" | "privacy" | "people";
                            /** @enum {string} */
                            way: "now" | "daily" | "off";
                            byDefault: boolean;
                        }[];
                    };
                };
            };
        };
    };
    setAlertSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ways: {
                        /** @enum {string} */
                        subject: "account" | "quality" | "campaigns" | "ledger" | "technical" | "privacy" | "people";
                        /** @enum {string} */
                        way: "now" | "daily" | "off";
                    }[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        mail: boolean;
                        ways: {
                            /** @enum {string} */
                            subject: "account" | "quality" | "campaigns" | "ledger" | "technical" | "privacy" | "people";
                            /** @enum {string} */
                            way: "now" | "daily" | "off";
                            byDefault: boolean;
                        }[];
                    };
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                unread?: "0" | "1";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            severity: "info" | "success" | "warning" | "critical";
                            entity: string | null;
                            entityId: string | null;
                            data: {
                                [key: string]: string | number | boolean | null;
                            };
                            title: string;
                            detail: string;
                            /** Format: date-time */
                            at: string;
                            readAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    readNotifications: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    ids?: string[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        read: number;
                    };
                };
            };
        };
    };
    listAsideUpdates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        reasons: {
                            reason: string;
                            count: number;
                            /** Format: date-time */
                            lastAt: string;
                        }[];
                        items: {
                            id: string;
                            reason: string;
                            kind: string;
                            place: string | null;
                            /** Format: date-time */
                            at: string;
                            updates: number;
                            canOpen: boolean;
                        }[];
                    };
                };
            };
        };
    };
    openAsideUpdate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        text: string;
                    };
                };
            };
        };
    };
    replayParkedUpdates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        replayed: number;
                        attributed: number;
                        left: number;
                    };
                };
            };
        };
    };
    listTemplateVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        /** @enum {string} */
                        category: "marketing" | "utility" | "authentication";
                        content: components["schemas"]["TemplateContent"];
                        /** Format: date-time */
                        submittedAt: string;
                        submittedBy: string | null;
                        /** @enum {string} */
                        outcome: "pending" | "approved" | "rejected";
                        decidedAt: string | null;
                        reason: string | null;
                    }[];
                };
            };
        };
    };
    compareTemplateVersions: {
        parameters: {
            query: {
                from: "draft" | number;
                to?: "draft" | number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        changes: {
                            where: string;
                            before: string | null;
                            after: string | null;
                        }[];
                    };
                };
            };
        };
    };
    restoreTemplateVersion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    version: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    discardTemplateChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    getTemplateUses: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        campaigns: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            state: string;
                            needs: boolean;
                        }[];
                        waiting: number;
                        lastUsedAt: string | null;
                        archivesAt: string | null;
                        deletesAt: string | null;
                    };
                };
            };
        };
    };
    getTemplateCategory: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        category: "marketing" | "utility" | "authentication";
                        before: ("marketing" | "utility" | "authentication") | null;
                        changedAt: string | null;
                        announced: {
                            /** @enum {string} */
                            category: "marketing" | "utility" | "authentication";
                            at: string | null;
                        } | null;
                        cost: {
                            market: string;
                            currency: string;
                            before: number;
                            after: number;
                            verified: boolean;
                        } | null;
                        note: string | null;
                        waiting: number;
                        withheld: number;
                    };
                };
            };
        };
    };
    appealTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uri */
                        url: string;
                        until: string | null;
                        note: string;
                        template: components["schemas"]["Template"];
                    };
                };
            };
        };
    };
    unpauseTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    archiveTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    unarchiveTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    listTemplateFiles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        type: string;
                        /** @enum {string} */
                        kind: "image" | "video" | "document";
                        size: number;
                        /** Format: date-time */
                        createdAt: string;
                        usedBy: number;
                    }[];
                };
            };
        };
    };
    addTemplateFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        type: string;
                        /** @enum {string} */
                        kind: "image" | "video" | "document";
                        size: number;
                        /** Format: date-time */
                        createdAt: string;
                        usedBy: number;
                    };
                };
            };
        };
    };
    openTemplateFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeTemplateFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
        };
    };
    listTemplateLibrary: {
        parameters: {
            query?: {
                language?: "de" | "en" | "fr" | "it" | "es" | "nl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        key: "double_opt_in" | "welcome" | "newsletter" | "back_in_stock" | "sale" | "cart_reminder" | "order_confirmed" | "shipped" | "delivered" | "booking_confirmed" | "appointment_reminder" | "boarding_reminder" | "feedback";
                        title: string;
                        purpose: string;
                        /** @enum {string} */
                        category: "marketing" | "utility" | "authentication";
                        /** @enum {string} */
                        language: "de" | "en" | "fr" | "it" | "es" | "nl";
                        languages: ("de" | "en" | "fr" | "it" | "es" | "nl")[];
                        name: string;
                        content: components["schemas"]["TemplateContent"];
                    }[];
                };
            };
        };
    };
    draftFromTemplateLibrary: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: "double_opt_in" | "welcome" | "newsletter" | "back_in_stock" | "sale" | "cart_reminder" | "order_confirmed" | "shipped" | "delivered" | "booking_confirmed" | "appointment_reminder" | "boarding_reminder" | "feedback";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    channelId: string;
                    /** @enum {string} */
                    language: "de" | "en" | "fr" | "it" | "es" | "nl";
                    name?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    listTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"][];
                };
            };
        };
    };
    createTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    channelId: string;
                    name: string;
                    language: string;
                    /** @enum {string} */
                    category: "marketing" | "utility" | "authentication";
                    content: components["schemas"]["TemplateContentInput"];
                    /**
                     * @description Marketing gets the opt-out button and footer that it lacks, in its language. False leaves the text as it is; without any way out it cannot be submitted.
                     * @default true
                     */
                    addOptOut?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    getTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    deleteTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
        };
    };
    updateTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    channelId?: string;
                    name?: string;
                    language?: string;
                    /** @enum {string} */
                    category?: "marketing" | "utility" | "authentication";
                    content?: components["schemas"]["TemplateContentInput"];
                    submit?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    duplicateTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    language?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    submitTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
        };
    };
    checkTemplate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    templateId?: string;
                    /** Format: uuid */
                    channelId?: string;
                    name: string;
                    language: string;
                    /** @enum {string} */
                    category: "marketing" | "utility" | "authentication";
                    content: components["schemas"]["TemplateContentInput"];
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        findings: {
                            code: string;
                            rule: string;
                            /** @enum {string} */
                            severity: "error" | "warning";
                            where: string;
                            message: string;
                            fix: string;
                            repair: {
                                name?: string;
                                /** @enum {string} */
                                category?: "marketing" | "utility";
                                content?: components["schemas"]["TemplateContent"];
                            } | null;
                        }[];
                        submission: {
                            /**
                             * @description review: Meta reviews it; at_once: only what Meta does not review has changed, it counts at once; nothing: it is what Meta has
                             * @enum {string}
                             */
                            effect: "review" | "at_once" | "nothing";
                            /** @description Campaigns that must send what was reviewed: the change waits until they are over or changed */
                            blockedBy: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                state: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    syncTemplates: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    channelId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                        added: number;
                        changed: number;
                        skipped: number;
                    };
                };
            };
        };
    };
    listConversations: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                filter?: "open" | "closed" | "mine" | "unassigned";
                search?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            id: string;
                            /** Format: uuid */
                            contactId: string;
                            /** Format: uuid */
                            channelId: string;
                            name: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            state: "open" | "closed";
                            unread: number;
                            assignedTo: string | null;
                            /** Format: date-time */
                            lastAt: string;
                            lastText: string;
                            lastType: string | null;
                            windowEndsAt: string | null;
                            consents: {
                                /** Format: uuid */
                                topicId: string;
                                /** Format: uuid */
                                channelId: string;
                                /** @enum {string} */
                                state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listConversationMessages: {
        parameters: {
            query?: {
                limit?: number;
                before?: string;
            };
            header?: never;
            path: {
                contactId: string;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            direction: "in" | "out";
                            /** Format: date-time */
                            at: string;
                            type: string;
                            text: string;
                            buttons?: {
                                text: string;
                            }[];
                            state?: ("queued" | "sending" | "accepted" | "held" | "sent" | "delivered" | "read" | "failed" | "withheld" | "unknown") | null;
                            reason?: string | null;
                            failure?: string | null;
                            author?: string | null;
                            campaignId?: string | null;
                            forwarded?: boolean;
                            fromApp?: boolean;
                            reaction?: string | null;
                            /** Format: date-time */
                            fileUntil?: string;
                            media?: {
                                mime: string | null;
                                name: string | null;
                                voice: boolean;
                                animated: boolean;
                            };
                            location?: {
                                latitude: number;
                                longitude: number;
                                address: string | null;
                            };
                            cards?: {
                                name: string;
                                phones: string[];
                            }[];
                            order?: {
                                productId: string;
                                quantity: number;
                                price: number | null;
                                currency: string | null;
                            }[];
                            answers?: {
                                field: string;
                                value: string;
                            }[];
                            referral?: {
                                /** @enum {string} */
                                source: "ad" | "post" | "other";
                                url: string | null;
                                headline: string | null;
                                body: string | null;
                            };
                            productId?: string;
                            /** Format: date-time */
                            editedAt?: string;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    replyToConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        direction: "in" | "out";
                        /** Format: date-time */
                        at: string;
                        type: string;
                        text: string;
                        buttons?: {
                            text: string;
                        }[];
                        state?: ("queued" | "sending" | "accepted" | "held" | "sent" | "delivered" | "read" | "failed" | "withheld" | "unknown") | null;
                        reason?: string | null;
                        failure?: string | null;
                        author?: string | null;
                        campaignId?: string | null;
                        forwarded?: boolean;
                        fromApp?: boolean;
                        reaction?: string | null;
                        /** Format: date-time */
                        fileUntil?: string;
                        media?: {
                            mime: string | null;
                            name: string | null;
                            voice: boolean;
                            animated: boolean;
                        };
                        location?: {
                            latitude: number;
                            longitude: number;
                            address: string | null;
                        };
                        cards?: {
                            name: string;
                            phones: string[];
                        }[];
                        order?: {
                            productId: string;
                            quantity: number;
                            price: number | null;
                            currency: string | null;
                        }[];
                        answers?: {
                            field: string;
                            value: string;
                        }[];
                        referral?: {
                            /** @enum {string} */
                            source: "ad" | "post" | "other";
                            url: string | null;
                            headline: string | null;
                            body: string | null;
                        };
                        productId?: string;
                        /** Format: date-time */
                        editedAt?: string;
                    };
                };
            };
        };
    };
    openConversationFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                channelId: string;
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        channelId: string;
                        name: string | null;
                        phone: string | null;
                        /** @enum {string} */
                        state: "open" | "closed";
                        unread: number;
                        assignedTo: string | null;
                        /** Format: date-time */
                        lastAt: string;
                        lastText: string;
                        lastType: string | null;
                        windowEndsAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                        }[];
                    };
                };
            };
        };
    };
    assignConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    memberId: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        channelId: string;
                        name: string | null;
                        phone: string | null;
                        /** @enum {string} */
                        state: "open" | "closed";
                        unread: number;
                        assignedTo: string | null;
                        /** Format: date-time */
                        lastAt: string;
                        lastText: string;
                        lastType: string | null;
                        windowEndsAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                        }[];
                    };
                };
            };
        };
    };
    closeConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        channelId: string;
                        name: string | null;
                        phone: string | null;
                        /** @enum {string} */
                        state: "open" | "closed";
                        unread: number;
                        assignedTo: string | null;
                        /** Format: date-time */
                        lastAt: string;
                        lastText: string;
                        lastType: string | null;
                        windowEndsAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                        }[];
                    };
                };
            };
        };
    };
    reopenConversation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contactId: string;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        /** Format: uuid */
                        contactId: string;
                        /** Format: uuid */
                        channelId: string;
                        name: string | null;
                        phone: string | null;
                        /** @enum {string} */
                        state: "open" | "closed";
                        unread: number;
                        assignedTo: string | null;
                        /** Format: date-time */
                        lastAt: string;
                        lastText: string;
                        lastType: string | null;
                        windowEndsAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                        }[];
                    };
                };
            };
        };
    };
    sendTestMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        messageId: string;
                    };
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            channelId: string | null;
                            topicId: string | null;
                            templateId: string | null;
                            segmentId: string | null;
                            variables: {
                                [key: string]: {
                                    /** @enum {string} */
                                    from: "fixed";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    from: "first_name";
                                    fallback: string;
                                } | {
                                    /** @enum {string} */
                                    from: "attribute";
                                    key: string;
                                    fallback: string;
                                };
                            };
                            /** @enum {string} */
                            state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                            pauseReason: string | null;
                            pauseFacts: {
                                /** @enum {string} */
                                kind: "opt_outs" | "failures" | "blocks" | "silence";
                                count: number;
                                of: number;
                                limit: number;
                                windowMinutes: number;
                            } | null;
                            resumeAfter: string | null;
                            resumeNeedsReason: boolean;
                            scheduledAt: string | null;
                            budget: number | null;
                            toleranceMinutes: number;
                            breaker: {
                                /** @default true */
                                on: boolean;
                                /** @default 60 */
                                windowMinutes: number;
                                /** @default 50 */
                                minimum: number;
                                /** @default 0.03 */
                                optOuts: number;
                                /** @default 0.25 */
                                failures: number;
                                /** @default 0.1 */
                                blocks: number;
                            };
                            ramp: {
                                share: number;
                                waitMinutes: number;
                            } | null;
                            rampState: {
                                endsAt: string | null;
                            } | null;
                            pace: number;
                            /** Format: date-time */
                            createdAt: string;
                            launchedAt: string | null;
                            finishedAt: string | null;
                            freezing: {
                                done: number;
                                expected: number;
                                stalledSince: string | null;
                            } | null;
                            counts?: {
                                [key: string]: number;
                            } & {
                                candidates?: number;
                                excluded?: number;
                            };
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    createCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    channelId?: string | null;
                    topicId?: string | null;
                    templateId?: string | null;
                    segmentId?: string | null;
                    variables?: {
                        [key: string]: {
                            /** @enum {string} */
                            from: "fixed";
                            value: string;
                        } | {
                            /** @enum {string} */
                            from: "first_name";
                            fallback: string;
                        } | {
                            /** @enum {string} */
                            from: "attribute";
                            key: string;
                            fallback: string;
                        };
                    };
                    scheduledAt?: string | null;
                    budget?: number | null;
                    toleranceMinutes?: number;
                    breaker?: {
                        /** @default true */
                        on?: boolean;
                        /** @default 60 */
                        windowMinutes?: number;
                        /** @default 50 */
                        minimum?: number;
                        /** @default 0.03 */
                        optOuts?: number;
                        /** @default 0.25 */
                        failures?: number;
                        /** @default 0.1 */
                        blocks?: number;
                    };
                    ramp?: {
                        share: number;
                        waitMinutes: number;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    deleteCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        ok: boolean;
                    };
                };
            };
        };
    };
    updateCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    channelId?: string | null;
                    topicId?: string | null;
                    templateId?: string | null;
                    segmentId?: string | null;
                    variables?: {
                        [key: string]: {
                            /** @enum {string} */
                            from: "fixed";
                            value: string;
                        } | {
                            /** @enum {string} */
                            from: "first_name";
                            fallback: string;
                        } | {
                            /** @enum {string} */
                            from: "attribute";
                            key: string;
                            fallback: string;
                        };
                    };
                    scheduledAt?: string | null;
                    budget?: number | null;
                    toleranceMinutes?: number;
                    breaker?: {
                        /** @default true */
                        on?: boolean;
                        /** @default 60 */
                        windowMinutes?: number;
                        /** @default 50 */
                        minimum?: number;
                        /** @default 0.03 */
                        optOuts?: number;
                        /** @default 0.25 */
                        failures?: number;
                        /** @default 0.1 */
                        blocks?: number;
                    };
                    ramp?: {
                        share: number;
                        waitMinutes: number;
                    } | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    reviewCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        waterfall: {
                            inSegment: number;
                            steps: {
                                reason: string;
                                title: string;
                                count: number;
                            }[];
                            toSend: number;
                            later: number;
                        };
                        cost: {
                            low: number;
                            high: number;
                            currency: string;
                            byMarket: {
                                market: string;
                                count: number;
                                price: number | null;
                                sum: number;
                                verified: boolean;
                            }[];
                            verified: boolean;
                        };
                        previews: {
                            /** Format: uuid */
                            contactId: string;
                            name: string | null;
                            rendered: components["schemas"]["TemplateContent"];
                        }[];
                        problems: {
                            code: string;
                            message: string;
                        }[];
                        scheduleNote?: string;
                        unverifiedRules: {
                            country: string;
                            count: number;
                        }[];
                    };
                };
            };
        };
    };
    testCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    contactId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        messageId: string;
                        /** @enum {string} */
                        state: "queued" | "sending" | "accepted" | "held" | "sent" | "delivered" | "read" | "failed" | "withheld" | "unknown";
                        reason?: string;
                    };
                };
            };
        };
    };
    launchCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    at?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    pauseCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    resumeCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason?: string;
                } | null;
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    releaseCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    fullPaceCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    listMarketingHolds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        channelId: string;
                        /** @enum {string} */
                        reason: "quality" | "spam" | "account";
                        /** Format: date-time */
                        since: string;
                        until: string | null;
                    }[];
                };
            };
        };
    };
    liftMarketingHold: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        channelId: string;
                        /** @enum {string} */
                        reason: "quality" | "spam" | "account";
                        /** Format: date-time */
                        since: string;
                        until: string | null;
                    }[];
                };
            };
        };
    };
    cancelCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    unscheduleCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        channelId: string | null;
                        topicId: string | null;
                        templateId: string | null;
                        segmentId: string | null;
                        variables: {
                            [key: string]: {
                                /** @enum {string} */
                                from: "fixed";
                                value: string;
                            } | {
                                /** @enum {string} */
                                from: "first_name";
                                fallback: string;
                            } | {
                                /** @enum {string} */
                                from: "attribute";
                                key: string;
                                fallback: string;
                            };
                        };
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        pauseReason: string | null;
                        pauseFacts: {
                            /** @enum {string} */
                            kind: "opt_outs" | "failures" | "blocks" | "silence";
                            count: number;
                            of: number;
                            limit: number;
                            windowMinutes: number;
                        } | null;
                        resumeAfter: string | null;
                        resumeNeedsReason: boolean;
                        scheduledAt: string | null;
                        budget: number | null;
                        toleranceMinutes: number;
                        breaker: {
                            /** @default true */
                            on: boolean;
                            /** @default 60 */
                            windowMinutes: number;
                            /** @default 50 */
                            minimum: number;
                            /** @default 0.03 */
                            optOuts: number;
                            /** @default 0.25 */
                            failures: number;
                            /** @default 0.1 */
                            blocks: number;
                        };
                        ramp: {
                            share: number;
                            waitMinutes: number;
                        } | null;
                        rampState: {
                            endsAt: string | null;
                        } | null;
                        pace: number;
                        /** Format: date-time */
                        createdAt: string;
                        launchedAt: string | null;
                        finishedAt: string | null;
                        freezing: {
                            done: number;
                            expected: number;
                            stalledSince: string | null;
                        } | null;
                        counts?: {
                            [key: string]: number;
                        } & {
                            candidates?: number;
                            excluded?: number;
                        };
                    };
                };
            };
        };
    };
    campaignProgress: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                        candidates: number;
                        messages: {
                            [key: string]: number;
                        };
                        exclusions: {
                            [key: string]: number;
                        };
                        perSecond: number;
                        etaSeconds: number | null;
                        series: {
                            /** Format: date-time */
                            at: string;
                            accepted: number;
                        }[];
                    };
                };
            };
        };
    };
    campaignReport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        funnel: {
                            candidates: number;
                            excluded: number;
                            accepted: number;
                            sent: number;
                            delivered: number;
                            read: number;
                        };
                        failed: {
                            code: string;
                            title: string;
                            count: number;
                        }[];
                        withheld: {
                            reason: string;
                            title: string;
                            count: number;
                        }[];
                        excluded: {
                            reason: string;
                            title: string;
                            count: number;
                        }[];
                        optOuts: number;
                        cost: {
                            booked: number;
                            estimated: number;
                            currency: string;
                            perDelivered: number | null;
                            perRead: number | null;
                        };
                        timeline: {
                            /** Format: date-time */
                            at: string;
                            delivered: number;
                            read: number;
                            optOuts: number;
                        }[];
                        closes: boolean;
                    };
                };
            };
        };
    };
    listCampaignMessages: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "queued" | "sending" | "accepted" | "held" | "sent" | "delivered" | "read" | "failed" | "withheld" | "unknown";
                reason?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            contactId: string;
                            name: string | null;
                            phone: string | null;
                            /** @enum {string} */
                            state: "queued" | "sending" | "accepted" | "held" | "sent" | "delivered" | "read" | "failed" | "withheld" | "unknown";
                            reason: string | null;
                            reasonTitle: string | null;
                            errorCode: string | null;
                            acceptedAt: string | null;
                            deliveredAt: string | null;
                            readAt: string | null;
                            cost: number | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    exportCampaignMessages: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listContacts: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                search?: string;
                topicId?: string;
                state?: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased" | "none" | "hold" | "suppressed" | "restricted";
                segmentId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            phone: string | null;
                            username: string | null;
                            whatsappId: string | null;
                            language: string | null;
                            country: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            lastInboundAt: string | null;
                            consents: {
                                /** Format: uuid */
                                topicId: string;
                                /** Format: uuid */
                                channelId: string;
                                /** @enum {string} */
                                state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            }[];
                            hold: string | null;
                            suppressed: boolean;
                            restricted: boolean;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            topicName: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            /** Format: date-time */
                            stateAt: string;
                            confirmedAt: string | null;
                            requestedAt: string | null;
                            wording: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                language: string;
                                body: string;
                            } | null;
                            source: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "bubble" | "qr" | "link" | "keyword";
                            } | null;
                            firstHalf: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                                pageUrl: string | null;
                                sourceName: string | null;
                            } | null;
                            secondHalf: {
                                /** Format: date-time */
                                at: string;
                                questionText: string;
                                answer: string;
                                wamid: string;
                            } | null;
                            ledger: {
                                /** Format: uuid */
                                entryId: string;
                                seq: number | null;
                                leafHash: string | null;
                            } | null;
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                        attributes: {
                            [key: string]: string | number | boolean | null;
                        };
                        firstSource: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bubble" | "qr" | "link" | "keyword";
                        } | null;
                        /** @enum {string} */
                        metaPreference: "none" | "stop" | "resume";
                        suppression: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        } | null;
                        restriction: {
                            /** Format: date-time */
                            at: string;
                            ground: ("accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined") | null;
                        } | null;
                        canAskNumber: boolean;
                        numberAskedAt: string | null;
                        claims: {
                            /** Format: uuid */
                            importId: string;
                            /** Format: date */
                            claimedOn: string;
                            source: string;
                            wording: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            fileHash: string;
                            /** Format: date-time */
                            approvedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    updateContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string | null;
                    language?: string | null;
                    attributes?: {
                        [key: string]: (string | number | boolean) | null;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            topicName: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            /** Format: date-time */
                            stateAt: string;
                            confirmedAt: string | null;
                            requestedAt: string | null;
                            wording: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                language: string;
                                body: string;
                            } | null;
                            source: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "bubble" | "qr" | "link" | "keyword";
                            } | null;
                            firstHalf: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                                pageUrl: string | null;
                                sourceName: string | null;
                            } | null;
                            secondHalf: {
                                /** Format: date-time */
                                at: string;
                                questionText: string;
                                answer: string;
                                wamid: string;
                            } | null;
                            ledger: {
                                /** Format: uuid */
                                entryId: string;
                                seq: number | null;
                                leafHash: string | null;
                            } | null;
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                        attributes: {
                            [key: string]: string | number | boolean | null;
                        };
                        firstSource: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bubble" | "qr" | "link" | "keyword";
                        } | null;
                        /** @enum {string} */
                        metaPreference: "none" | "stop" | "resume";
                        suppression: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        } | null;
                        restriction: {
                            /** Format: date-time */
                            at: string;
                            ground: ("accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined") | null;
                        } | null;
                        canAskNumber: boolean;
                        numberAskedAt: string | null;
                        claims: {
                            /** Format: uuid */
                            importId: string;
                            /** Format: date */
                            claimedOn: string;
                            source: string;
                            wording: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            fileHash: string;
                            /** Format: date-time */
                            approvedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    listContactTimeline: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            kind: "consent" | "in" | "out" | "note";
                            type: string;
                            text: string | null;
                            state: string | null;
                            topicId: string | null;
                            campaignId: string | null;
                            reason: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    whyContact: {
        parameters: {
            query?: {
                campaignId?: string;
                topicId?: string;
                channelId?: string;
                templateId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        verdict: "send" | "later" | "withheld";
                        until: string | null;
                        checks: {
                            key: string;
                            ok: boolean | null;
                            title: string;
                            detail: string;
                            rule: string | null;
                        }[];
                    };
                };
            };
        };
    };
    withdrawContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    topicId?: string;
                    note?: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            topicName: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            /** Format: date-time */
                            stateAt: string;
                            confirmedAt: string | null;
                            requestedAt: string | null;
                            wording: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                language: string;
                                body: string;
                            } | null;
                            source: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "bubble" | "qr" | "link" | "keyword";
                            } | null;
                            firstHalf: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                                pageUrl: string | null;
                                sourceName: string | null;
                            } | null;
                            secondHalf: {
                                /** Format: date-time */
                                at: string;
                                questionText: string;
                                answer: string;
                                wamid: string;
                            } | null;
                            ledger: {
                                /** Format: uuid */
                                entryId: string;
                                seq: number | null;
                                leafHash: string | null;
                            } | null;
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                        attributes: {
                            [key: string]: string | number | boolean | null;
                        };
                        firstSource: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bubble" | "qr" | "link" | "keyword";
                        } | null;
                        /** @enum {string} */
                        metaPreference: "none" | "stop" | "resume";
                        suppression: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        } | null;
                        restriction: {
                            /** Format: date-time */
                            at: string;
                            ground: ("accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined") | null;
                        } | null;
                        canAskNumber: boolean;
                        numberAskedAt: string | null;
                        claims: {
                            /** Format: uuid */
                            importId: string;
                            /** Format: date */
                            claimedOn: string;
                            source: string;
                            wording: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            fileHash: string;
                            /** Format: date-time */
                            approvedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    askContactNumber: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            topicName: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            /** Format: date-time */
                            stateAt: string;
                            confirmedAt: string | null;
                            requestedAt: string | null;
                            wording: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                language: string;
                                body: string;
                            } | null;
                            source: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "bubble" | "qr" | "link" | "keyword";
                            } | null;
                            firstHalf: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                                pageUrl: string | null;
                                sourceName: string | null;
                            } | null;
                            secondHalf: {
                                /** Format: date-time */
                                at: string;
                                questionText: string;
                                answer: string;
                                wamid: string;
                            } | null;
                            ledger: {
                                /** Format: uuid */
                                entryId: string;
                                seq: number | null;
                                leafHash: string | null;
                            } | null;
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                        attributes: {
                            [key: string]: string | number | boolean | null;
                        };
                        firstSource: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bubble" | "qr" | "link" | "keyword";
                        } | null;
                        /** @enum {string} */
                        metaPreference: "none" | "stop" | "resume";
                        suppression: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        } | null;
                        restriction: {
                            /** Format: date-time */
                            at: string;
                            ground: ("accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined") | null;
                        } | null;
                        canAskNumber: boolean;
                        numberAskedAt: string | null;
                        claims: {
                            /** Format: uuid */
                            importId: string;
                            /** Format: date */
                            claimedOn: string;
                            source: string;
                            wording: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            fileHash: string;
                            /** Format: date-time */
                            approvedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    holdContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            topicName: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            /** Format: date-time */
                            stateAt: string;
                            confirmedAt: string | null;
                            requestedAt: string | null;
                            wording: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                language: string;
                                body: string;
                            } | null;
                            source: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "bubble" | "qr" | "link" | "keyword";
                            } | null;
                            firstHalf: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                                pageUrl: string | null;
                                sourceName: string | null;
                            } | null;
                            secondHalf: {
                                /** Format: date-time */
                                at: string;
                                questionText: string;
                                answer: string;
                                wamid: string;
                            } | null;
                            ledger: {
                                /** Format: uuid */
                                entryId: string;
                                seq: number | null;
                                leafHash: string | null;
                            } | null;
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                        attributes: {
                            [key: string]: string | number | boolean | null;
                        };
                        firstSource: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bubble" | "qr" | "link" | "keyword";
                        } | null;
                        /** @enum {string} */
                        metaPreference: "none" | "stop" | "resume";
                        suppression: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        } | null;
                        restriction: {
                            /** Format: date-time */
                            at: string;
                            ground: ("accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined") | null;
                        } | null;
                        canAskNumber: boolean;
                        numberAskedAt: string | null;
                        claims: {
                            /** Format: uuid */
                            importId: string;
                            /** Format: date */
                            claimedOn: string;
                            source: string;
                            wording: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            fileHash: string;
                            /** Format: date-time */
                            approvedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    unholdContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            topicName: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            /** Format: date-time */
                            stateAt: string;
                            confirmedAt: string | null;
                            requestedAt: string | null;
                            wording: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                language: string;
                                body: string;
                            } | null;
                            source: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "bubble" | "qr" | "link" | "keyword";
                            } | null;
                            firstHalf: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                                pageUrl: string | null;
                                sourceName: string | null;
                            } | null;
                            secondHalf: {
                                /** Format: date-time */
                                at: string;
                                questionText: string;
                                answer: string;
                                wamid: string;
                            } | null;
                            ledger: {
                                /** Format: uuid */
                                entryId: string;
                                seq: number | null;
                                leafHash: string | null;
                            } | null;
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                        attributes: {
                            [key: string]: string | number | boolean | null;
                        };
                        firstSource: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bubble" | "qr" | "link" | "keyword";
                        } | null;
                        /** @enum {string} */
                        metaPreference: "none" | "stop" | "resume";
                        suppression: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        } | null;
                        restriction: {
                            /** Format: date-time */
                            at: string;
                            ground: ("accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined") | null;
                        } | null;
                        canAskNumber: boolean;
                        numberAskedAt: string | null;
                        claims: {
                            /** Format: uuid */
                            importId: string;
                            /** Format: date */
                            claimedOn: string;
                            source: string;
                            wording: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            fileHash: string;
                            /** Format: date-time */
                            approvedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    restrictContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    ground: "accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            topicName: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            /** Format: date-time */
                            stateAt: string;
                            confirmedAt: string | null;
                            requestedAt: string | null;
                            wording: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                language: string;
                                body: string;
                            } | null;
                            source: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "bubble" | "qr" | "link" | "keyword";
                            } | null;
                            firstHalf: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                                pageUrl: string | null;
                                sourceName: string | null;
                            } | null;
                            secondHalf: {
                                /** Format: date-time */
                                at: string;
                                questionText: string;
                                answer: string;
                                wamid: string;
                            } | null;
                            ledger: {
                                /** Format: uuid */
                                entryId: string;
                                seq: number | null;
                                leafHash: string | null;
                            } | null;
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                        attributes: {
                            [key: string]: string | number | boolean | null;
                        };
                        firstSource: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bubble" | "qr" | "link" | "keyword";
                        } | null;
                        /** @enum {string} */
                        metaPreference: "none" | "stop" | "resume";
                        suppression: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        } | null;
                        restriction: {
                            /** Format: date-time */
                            at: string;
                            ground: ("accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined") | null;
                        } | null;
                        canAskNumber: boolean;
                        numberAskedAt: string | null;
                        claims: {
                            /** Format: uuid */
                            importId: string;
                            /** Format: date */
                            claimedOn: string;
                            source: string;
                            wording: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            fileHash: string;
                            /** Format: date-time */
                            approvedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    unrestrictContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            topicName: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            /** Format: date-time */
                            stateAt: string;
                            confirmedAt: string | null;
                            requestedAt: string | null;
                            wording: {
                                /** Format: uuid */
                                id: string;
                                version: number;
                                language: string;
                                body: string;
                            } | null;
                            source: {
                                /** Format: uuid */
                                id: string;
                                name: string;
                                /** @enum {string} */
                                kind: "bubble" | "qr" | "link" | "keyword";
                            } | null;
                            firstHalf: {
                                /** Format: date-time */
                                at: string;
                                text: string;
                                pageUrl: string | null;
                                sourceName: string | null;
                            } | null;
                            secondHalf: {
                                /** Format: date-time */
                                at: string;
                                questionText: string;
                                answer: string;
                                wamid: string;
                            } | null;
                            ledger: {
                                /** Format: uuid */
                                entryId: string;
                                seq: number | null;
                                leafHash: string | null;
                            } | null;
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                        attributes: {
                            [key: string]: string | number | boolean | null;
                        };
                        firstSource: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            /** @enum {string} */
                            kind: "bubble" | "qr" | "link" | "keyword";
                        } | null;
                        /** @enum {string} */
                        metaPreference: "none" | "stop" | "resume";
                        suppression: {
                            /** Format: date-time */
                            at: string;
                            reason: string;
                        } | null;
                        restriction: {
                            /** Format: date-time */
                            at: string;
                            ground: ("accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined") | null;
                        } | null;
                        canAskNumber: boolean;
                        numberAskedAt: string | null;
                        claims: {
                            /** Format: uuid */
                            importId: string;
                            /** Format: date */
                            claimedOn: string;
                            source: string;
                            wording: string | null;
                            /** @enum {string} */
                            origin: "own_website" | "own_shop" | "event" | "paper" | "other_tool";
                            fileHash: string;
                            /** Format: date-time */
                            approvedAt: string;
                        }[];
                    };
                };
            };
        };
    };
    listDuplicates: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string | null;
                        phone: string | null;
                        username: string | null;
                        whatsappId: string | null;
                        language: string | null;
                        country: string | null;
                        /** Format: date-time */
                        createdAt: string;
                        lastInboundAt: string | null;
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            /** Format: uuid */
                            channelId: string;
                            /** @enum {string} */
                            state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                        }[];
                        hold: string | null;
                        suppressed: boolean;
                        restricted: boolean;
                    }[];
                };
            };
        };
    };
    listAllDuplicates: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                by?: "name" | "email" | "number";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            by: "name" | "email" | "number";
                            people: {
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                phone: string | null;
                                username: string | null;
                                whatsappId: string | null;
                                language: string | null;
                                country: string | null;
                                /** Format: date-time */
                                createdAt: string;
                                lastInboundAt: string | null;
                                consents: {
                                    /** Format: uuid */
                                    topicId: string;
                                    /** Format: uuid */
                                    channelId: string;
                                    /** @enum {string} */
                                    state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                                }[];
                                hold: string | null;
                                suppressed: boolean;
                                restricted: boolean;
                            }[];
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    listContactMerges: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        because: "whatsapp" | "member";
                        name: string | null;
                        undoUntil: string | null;
                    }[];
                };
            };
        };
    };
    previewContactMerge: {
        parameters: {
            query: {
                otherId: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        kept: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            phone: string | null;
                            username: string | null;
                            whatsappId: string | null;
                            language: string | null;
                            country: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            lastInboundAt: string | null;
                            consents: {
                                /** Format: uuid */
                                topicId: string;
                                /** Format: uuid */
                                channelId: string;
                                /** @enum {string} */
                                state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            }[];
                            hold: string | null;
                            suppressed: boolean;
                            restricted: boolean;
                        };
                        gone: {
                            /** Format: uuid */
                            id: string;
                            name: string | null;
                            phone: string | null;
                            username: string | null;
                            whatsappId: string | null;
                            language: string | null;
                            country: string | null;
                            /** Format: date-time */
                            createdAt: string;
                            lastInboundAt: string | null;
                            consents: {
                                /** Format: uuid */
                                topicId: string;
                                /** Format: uuid */
                                channelId: string;
                                /** @enum {string} */
                                state: "requested" | "pending" | "confirmed" | "refused" | "withdrawn" | "expired" | "suspended" | "superseded" | "invalidated" | "erased";
                            }[];
                            hold: string | null;
                            suppressed: boolean;
                            restricted: boolean;
                        };
                        takes: string[];
                        consents: {
                            /** Format: uuid */
                            topicId: string;
                            /** Format: uuid */
                            channelId: string;
                            kept: string | null;
                            gone: string | null;
                            after: string;
                        }[];
                        suppressed: boolean;
                        held: boolean;
                        restricted: boolean;
                        messagesFrom: number;
                        messagesTo: number;
                        undoDays: number;
                    };
                };
            };
        };
    };
    mergeContacts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    otherId: string;
                    /** Format: uuid */
                    keptId: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        keptId: string;
                    };
                };
            };
        };
    };
    undoContactMerge: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        keptId: string;
                        /** Format: uuid */
                        goneId: string;
                    };
                };
            };
        };
    };
    getContactProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getConsentProof: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                topicId: string;
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    exportPerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    exportPersonPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    exportPortable: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        format: "jawort-portable/1";
                        /** Format: date-time */
                        createdAt: string;
                        profile: {
                            name: string | null;
                            phone: string | null;
                            username: string | null;
                            whatsappId: string | null;
                            language: string | null;
                            attributes: {
                                [key: string]: unknown;
                            };
                        };
                        messages: {
                            /** Format: date-time */
                            at: string;
                            type: string;
                            text: string | null;
                        }[];
                        consents: {
                            /** @enum {string} */
                            "@type": "dpv:ConsentRecord";
                            /** @enum {string} */
                            "dct:conformsTo": "dpv-27560:record-eu-gdpr";
                            "dct:identifier": string;
                            "dpv:hasDataController": {
                                "dpv:hasName": string;
                                "dpv:hasContact": string | null;
                            };
                            "dpv:hasJurisdiction": string;
                            "dpv:hasPurpose": string;
                            "dpv:hasPersonalData": string[];
                            "dpv:hasRecipient": string[];
                            "dpv:hasNotice": string | null;
                            "dpv:hasDuration": string;
                            "dpv:hasWithdrawal": string;
                            "dpv:hasConsentStatus": string;
                            events: {
                                state: string;
                                /** Format: date-time */
                                at: string;
                                entity: "dpv:DataSubject" | null;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    erasePerson: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    confirm: "ERASE";
                    shred?: boolean;
                    /** @default false */
                    forgetBlock?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        };
                    };
                };
            };
        };
    };
    listPrivacyRequests: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                state?: "waiting" | "ended" | "overdue";
                kind?: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                contactId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** @enum {string} */
                            kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                            /** Format: uuid */
                            contactId: string;
                            name: string | null;
                            erased: boolean;
                            /** @enum {string} */
                            state: "received" | "open" | "done" | "refused" | "cancelled";
                            /** @enum {string} */
                            via: "chat" | "page" | "staff" | "api" | "replay";
                            /** Format: date-time */
                            createdAt: string;
                            /** Format: date-time */
                            dueAt: string;
                            daysLeft: number | null;
                            urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                            extendedAt: string | null;
                            extensionReason: ("complex" | "many") | null;
                            identity: ("chat" | "button" | "page" | "staff") | null;
                            identityAt: string | null;
                            identityAskedAt: string | null;
                            refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                            doneAt: string | null;
                            report: {
                                erased: {
                                    what: string;
                                    count: number;
                                }[];
                                kept: {
                                    what: string;
                                    why: string;
                                }[];
                            } | null;
                            outcome: {
                                handedBy: string | null;
                                changed: string[];
                                ground: string | null;
                                ended: number | null;
                            } | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    openPrivacyRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    contactId: string;
                    /** @enum {string} */
                    kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                    details?: string;
                    receivedAt?: unknown;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        erased: boolean;
                        /** @enum {string} */
                        state: "received" | "open" | "done" | "refused" | "cancelled";
                        /** @enum {string} */
                        via: "chat" | "page" | "staff" | "api" | "replay";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        daysLeft: number | null;
                        urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                        extendedAt: string | null;
                        extensionReason: ("complex" | "many") | null;
                        identity: ("chat" | "button" | "page" | "staff") | null;
                        identityAt: string | null;
                        identityAskedAt: string | null;
                        refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                        doneAt: string | null;
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        } | null;
                        outcome: {
                            handedBy: string | null;
                            changed: string[];
                            ground: string | null;
                            ended: number | null;
                        } | null;
                        details: string | null;
                        identityNote: string | null;
                        refusalText: string | null;
                        windowOpen: boolean;
                    };
                };
            };
        };
    };
    countPrivacyRequests: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        waiting: number;
                        urgent: number;
                        overdue: number;
                    };
                };
            };
        };
    };
    getPrivacyRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        erased: boolean;
                        /** @enum {string} */
                        state: "received" | "open" | "done" | "refused" | "cancelled";
                        /** @enum {string} */
                        via: "chat" | "page" | "staff" | "api" | "replay";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        daysLeft: number | null;
                        urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                        extendedAt: string | null;
                        extensionReason: ("complex" | "many") | null;
                        identity: ("chat" | "button" | "page" | "staff") | null;
                        identityAt: string | null;
                        identityAskedAt: string | null;
                        refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                        doneAt: string | null;
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        } | null;
                        outcome: {
                            handedBy: string | null;
                            changed: string[];
                            ground: string | null;
                            ended: number | null;
                        } | null;
                        details: string | null;
                        identityNote: string | null;
                        refusalText: string | null;
                        windowOpen: boolean;
                    };
                };
            };
        };
    };
    confirmPrivacyIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        erased: boolean;
                        /** @enum {string} */
                        state: "received" | "open" | "done" | "refused" | "cancelled";
                        /** @enum {string} */
                        via: "chat" | "page" | "staff" | "api" | "replay";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        daysLeft: number | null;
                        urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                        extendedAt: string | null;
                        extensionReason: ("complex" | "many") | null;
                        identity: ("chat" | "button" | "page" | "staff") | null;
                        identityAt: string | null;
                        identityAskedAt: string | null;
                        refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                        doneAt: string | null;
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        } | null;
                        outcome: {
                            handedBy: string | null;
                            changed: string[];
                            ground: string | null;
                            ended: number | null;
                        } | null;
                        details: string | null;
                        identityNote: string | null;
                        refusalText: string | null;
                        windowOpen: boolean;
                    };
                };
            };
        };
    };
    askPrivacyIdentity: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        erased: boolean;
                        /** @enum {string} */
                        state: "received" | "open" | "done" | "refused" | "cancelled";
                        /** @enum {string} */
                        via: "chat" | "page" | "staff" | "api" | "replay";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        daysLeft: number | null;
                        urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                        extendedAt: string | null;
                        extensionReason: ("complex" | "many") | null;
                        identity: ("chat" | "button" | "page" | "staff") | null;
                        identityAt: string | null;
                        identityAskedAt: string | null;
                        refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                        doneAt: string | null;
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        } | null;
                        outcome: {
                            handedBy: string | null;
                            changed: string[];
                            ground: string | null;
                            ended: number | null;
                        } | null;
                        details: string | null;
                        identityNote: string | null;
                        refusalText: string | null;
                        windowOpen: boolean;
                    };
                };
            };
        };
    };
    carryOutPrivacyRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "access";
                    /** @enum {string} */
                    handedBy: "chat" | "mail" | "post" | "in_person" | "page";
                } | {
                    /** @enum {string} */
                    kind: "portability";
                    /** @enum {string} */
                    handedBy: "chat" | "mail" | "post" | "in_person" | "page";
                } | {
                    /** @enum {string} */
                    kind: "rectification";
                    /** @default {} */
                    changes?: {
                        name?: string | null;
                        language?: string | null;
                        attributes?: {
                            [key: string]: (string | number | boolean) | null;
                        };
                    };
                    phone?: string;
                } | {
                    /** @enum {string} */
                    kind: "restriction";
                    /** @enum {string} */
                    ground: "accuracy_disputed" | "unlawful" | "legal_claims" | "objection_examined";
                } | {
                    /** @enum {string} */
                    kind: "objection";
                } | {
                    /** @enum {string} */
                    kind: "erasure";
                    /** @enum {string} */
                    confirm: "ERASE";
                    shred?: boolean;
                    /** @default false */
                    forgetBlock?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        erased: boolean;
                        /** @enum {string} */
                        state: "received" | "open" | "done" | "refused" | "cancelled";
                        /** @enum {string} */
                        via: "chat" | "page" | "staff" | "api" | "replay";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        daysLeft: number | null;
                        urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                        extendedAt: string | null;
                        extensionReason: ("complex" | "many") | null;
                        identity: ("chat" | "button" | "page" | "staff") | null;
                        identityAt: string | null;
                        identityAskedAt: string | null;
                        refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                        doneAt: string | null;
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        } | null;
                        outcome: {
                            handedBy: string | null;
                            changed: string[];
                            ground: string | null;
                            ended: number | null;
                        } | null;
                        details: string | null;
                        identityNote: string | null;
                        refusalText: string | null;
                        windowOpen: boolean;
                    };
                };
            };
        };
    };
    extendPrivacyRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "complex" | "many";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        erased: boolean;
                        /** @enum {string} */
                        state: "received" | "open" | "done" | "refused" | "cancelled";
                        /** @enum {string} */
                        via: "chat" | "page" | "staff" | "api" | "replay";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        daysLeft: number | null;
                        urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                        extendedAt: string | null;
                        extensionReason: ("complex" | "many") | null;
                        identity: ("chat" | "button" | "page" | "staff") | null;
                        identityAt: string | null;
                        identityAskedAt: string | null;
                        refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                        doneAt: string | null;
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        } | null;
                        outcome: {
                            handedBy: string | null;
                            changed: string[];
                            ground: string | null;
                            ended: number | null;
                        } | null;
                        details: string | null;
                        identityNote: string | null;
                        refusalText: string | null;
                        windowOpen: boolean;
                    };
                };
            };
        };
    };
    refusePrivacyRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    reason: "not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable";
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        erased: boolean;
                        /** @enum {string} */
                        state: "received" | "open" | "done" | "refused" | "cancelled";
                        /** @enum {string} */
                        via: "chat" | "page" | "staff" | "api" | "replay";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        daysLeft: number | null;
                        urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                        extendedAt: string | null;
                        extensionReason: ("complex" | "many") | null;
                        identity: ("chat" | "button" | "page" | "staff") | null;
                        identityAt: string | null;
                        identityAskedAt: string | null;
                        refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                        doneAt: string | null;
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        } | null;
                        outcome: {
                            handedBy: string | null;
                            changed: string[];
                            ground: string | null;
                            ended: number | null;
                        } | null;
                        details: string | null;
                        identityNote: string | null;
                        refusalText: string | null;
                        windowOpen: boolean;
                    };
                };
            };
        };
    };
    cancelPrivacyRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** @enum {string} */
                        kind: "access" | "portability" | "rectification" | "restriction" | "objection" | "erasure";
                        /** Format: uuid */
                        contactId: string;
                        name: string | null;
                        erased: boolean;
                        /** @enum {string} */
                        state: "received" | "open" | "done" | "refused" | "cancelled";
                        /** @enum {string} */
                        via: "chat" | "page" | "staff" | "api" | "replay";
                        /** Format: date-time */
                        createdAt: string;
                        /** Format: date-time */
                        dueAt: string;
                        daysLeft: number | null;
                        urgency: ("calm" | "soon" | "urgent" | "overdue") | null;
                        extendedAt: string | null;
                        extensionReason: ("complex" | "many") | null;
                        identity: ("chat" | "button" | "page" | "staff") | null;
                        identityAt: string | null;
                        identityAskedAt: string | null;
                        refusalReason: ("not_identified" | "excessive" | "others_rights" | "legal_obligation" | "legal_claims" | "not_applicable") | null;
                        doneAt: string | null;
                        report: {
                            erased: {
                                what: string;
                                count: number;
                            }[];
                            kept: {
                                what: string;
                                why: string;
                            }[];
                        } | null;
                        outcome: {
                            handedBy: string | null;
                            changed: string[];
                            ground: string | null;
                            ended: number | null;
                        } | null;
                        details: string | null;
                        identityNote: string | null;
                        refusalText: string | null;
                        windowOpen: boolean;
                    };
                };
            };
        };
    };
    getRestricted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: number;
                        pieces: number;
                        nextShredAt: string | null;
                        unlocks: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            contactId: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "open" | "rejected" | "expired";
                            /** Format: uuid */
                            requestedBy: string;
                            /** Format: date-time */
                            requestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            expiresAt: string | null;
                            reads: number;
                            mine: boolean;
                        }[];
                    };
                };
            };
        };
    };
    requestUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: uuid */
                    contactId?: string;
                    phone?: string;
                    /** @enum {string} */
                    purpose: "legal_claims";
                    note: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: number;
                        pieces: number;
                        nextShredAt: string | null;
                        unlocks: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            contactId: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "open" | "rejected" | "expired";
                            /** Format: uuid */
                            requestedBy: string;
                            /** Format: date-time */
                            requestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            expiresAt: string | null;
                            reads: number;
                            mine: boolean;
                        }[];
                    };
                };
            };
        };
    };
    decideUnlock: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: number;
                        pieces: number;
                        nextShredAt: string | null;
                        unlocks: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            contactId: string;
                            note: string;
                            /** @enum {string} */
                            state: "waiting" | "open" | "rejected" | "expired";
                            /** Format: uuid */
                            requestedBy: string;
                            /** Format: date-time */
                            requestedAt: string;
                            decidedBy: string | null;
                            decidedAt: string | null;
                            expiresAt: string | null;
                            reads: number;
                            mine: boolean;
                        }[];
                    };
                };
            };
        };
    };
    readRestricted: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        format: "jawort-restricted-proof/1";
                        /** @enum {string} */
                        purpose: "legal_claims";
                        /** Format: date-time */
                        readAt: string;
                        /** Format: date-time */
                        retainUntil: string;
                        events: {
                            /** Format: uuid */
                            entryId: string;
                            payload: {
                                [key: string]: unknown;
                            };
                            salt: string;
                            proof: string | null;
                        }[];
                    };
                };
            };
        };
    };
    restrictedPack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    forgetBlock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    phone: string;
                    /** @enum {string} */
                    confirm: "ERASE";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        forgotten: number;
                    };
                };
            };
        };
    };
    getShredded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                };
            };
        };
    };
    getPrivacySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        proofYears: number;
                        callsYears: number;
                        callsTopics: string[];
                        shredAtOnce: boolean;
                    };
                };
            };
        };
    };
    updatePrivacySettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    proofYears?: number;
                    callsYears?: number;
                    callsTopics?: string[];
                    shredAtOnce?: boolean;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        proofYears: number;
                        callsYears: number;
                        callsTopics: string[];
                        shredAtOnce: boolean;
                    };
                };
            };
        };
    };
    getRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        nextRunAt: string;
                        lines: {
                            key: string | null;
                            what: string;
                            /** @enum {string} */
                            does: "delete" | "empty" | "drop months" | "end";
                            days: number | null;
                            months: number | null;
                            end: string | null;
                            longest: number | null;
                            shortest: number | null;
                            basis: string;
                        }[];
                    };
                };
            };
        };
    };
    shortenRetention: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    days: number | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: date-time */
                        nextRunAt: string;
                        lines: {
                            key: string | null;
                            what: string;
                            /** @enum {string} */
                            does: "delete" | "empty" | "drop months" | "end";
                            days: number | null;
                            months: number | null;
                            end: string | null;
                            longest: number | null;
                            shortest: number | null;
                            basis: string;
                        }[];
                    };
                };
            };
        };
    };
    readRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "processing" | "processors";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        stored: {
                            version: number;
                            hash: string;
                            /** Format: date-time */
                            createdAt: string;
                            approvedAt: string | null;
                            approvedBy: string | null;
                        } | null;
                        upToDate: boolean;
                        sections: {
                            key: string;
                            title: string;
                            article: string;
                            columns: string[];
                            rows: string[][];
                        }[];
                        changes: {
                            section: string;
                            row: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before: string[] | null;
                            after: string[] | null;
                        }[];
                    };
                };
            };
        };
    };
    listRecordVersions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "processing" | "processors";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        hash: string;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        approvedBy: string | null;
                    }[];
                };
            };
        };
    };
    storeRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "processing" | "processors";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        stored: {
                            version: number;
                            hash: string;
                            /** Format: date-time */
                            createdAt: string;
                            approvedAt: string | null;
                            approvedBy: string | null;
                        } | null;
                        upToDate: boolean;
                        sections: {
                            key: string;
                            title: string;
                            article: string;
                            columns: string[];
                            rows: string[][];
                        }[];
                        changes: {
                            section: string;
                            row: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before: string[] | null;
                            after: string[] | null;
                        }[];
                    };
                };
            };
        };
    };
    readRecordVersion: {
        parameters: {
            query?: {
                since?: number;
            };
            header?: never;
            path: {
                kind: "processing" | "processors";
                version: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        version: number;
                        hash: string;
                        /** Format: date-time */
                        createdAt: string;
                        approvedAt: string | null;
                        approvedBy: string | null;
                        sections: {
                            key: string;
                            title: string;
                            article: string;
                            columns: string[];
                            rows: string[][];
                        }[];
                        changes: {
                            section: string;
                            row: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before: string[] | null;
                            after: string[] | null;
                        }[];
                    };
                };
            };
        };
    };
    approveRecord: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: "processing" | "processors";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    hash: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        hash: string;
                        stored: {
                            version: number;
                            hash: string;
                            /** Format: date-time */
                            createdAt: string;
                            approvedAt: string | null;
                            approvedBy: string | null;
                        } | null;
                        upToDate: boolean;
                        sections: {
                            key: string;
                            title: string;
                            article: string;
                            columns: string[];
                            rows: string[][];
                        }[];
                        changes: {
                            section: string;
                            row: string;
                            /** @enum {string} */
                            kind: "added" | "removed" | "changed";
                            before: string[] | null;
                            after: string[] | null;
                        }[];
                    };
                };
            };
        };
    };
    recordPdf: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                kind: "processing" | "processors";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    recordCsv: {
        parameters: {
            query?: {
                version?: number;
            };
            header?: never;
            path: {
                kind: "processing" | "processors";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listBreaches: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        /** Format: date-time */
                        knownAt: string;
                        deadlineHours: number;
                        /** Format: date-time */
                        deadline: string;
                        secondsLeft: number;
                        /** @enum {string} */
                        authority: "open" | "notified" | "no_risk";
                        /** @enum {string} */
                        people: "open" | "told" | "not_needed";
                        late: boolean;
                        closed: boolean;
                        form: {
                            /** @default  */
                            nature: string;
                            /** @default  */
                            peopleCategories: string;
                            /** @default null */
                            people: number | null;
                            /** @default  */
                            recordCategories: string;
                            /** @default null */
                            records: number | null;
                            /** @default  */
                            contact: string;
                            /** @default  */
                            consequences: string;
                            /** @default  */
                            measures: string;
                        };
                        missing: ("nature" | "peopleCategories" | "people" | "recordCategories" | "records" | "contact" | "consequences" | "measures")[];
                        letter: {
                            de: string;
                            en: string;
                            fr: string;
                            it: string;
                            es: string;
                            nl: string;
                        };
                        entries: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            entry: {
                                /** @enum {string} */
                                kind: "form";
                                form: {
                                    /** @default  */
                                    nature: string;
                                    /** @default  */
                                    peopleCategories: string;
                                    /** @default null */
                                    people: number | null;
                                    /** @default  */
                                    recordCategories: string;
                                    /** @default null */
                                    records: number | null;
                                    /** @default  */
                                    contact: string;
                                    /** @default  */
                                    consequences: string;
                                    /** @default  */
                                    measures: string;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                kind: "affected";
                                query: {
                                    /** @enum {string} */
                                    table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                                    /** @default null */
                                    from: string | null;
                                    /** @default null */
                                    to: string | null;
                                    /** @default null */
                                    segmentId: string | null;
                                };
                                people: number;
                                /** @default null */
                                told: {
                                    reachable: number;
                                    translations: {
                                        de?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        en?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        fr?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        it?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        es?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        nl?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                    };
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "authority";
                                /** @enum {string} */
                                decision: "notified" | "no_risk";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default null */
                                delay: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "people";
                                /** @enum {string} */
                                decision: "told" | "not_needed";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default [] */
                                how: ("chat" | "mail" | "post" | "phone" | "public")[];
                            } | {
                                /** @enum {string} */
                                kind: "closed";
                                text: string;
                            };
                        }[];
                    }[];
                };
            };
        };
    };
    openBreach: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** Format: date-time */
                    knownAt: string;
                    what: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        /** Format: date-time */
                        knownAt: string;
                        deadlineHours: number;
                        /** Format: date-time */
                        deadline: string;
                        secondsLeft: number;
                        /** @enum {string} */
                        authority: "open" | "notified" | "no_risk";
                        /** @enum {string} */
                        people: "open" | "told" | "not_needed";
                        late: boolean;
                        closed: boolean;
                        form: {
                            /** @default  */
                            nature: string;
                            /** @default  */
                            peopleCategories: string;
                            /** @default null */
                            people: number | null;
                            /** @default  */
                            recordCategories: string;
                            /** @default null */
                            records: number | null;
                            /** @default  */
                            contact: string;
                            /** @default  */
                            consequences: string;
                            /** @default  */
                            measures: string;
                        };
                        missing: ("nature" | "peopleCategories" | "people" | "recordCategories" | "records" | "contact" | "consequences" | "measures")[];
                        letter: {
                            de: string;
                            en: string;
                            fr: string;
                            it: string;
                            es: string;
                            nl: string;
                        };
                        entries: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            entry: {
                                /** @enum {string} */
                                kind: "form";
                                form: {
                                    /** @default  */
                                    nature: string;
                                    /** @default  */
                                    peopleCategories: string;
                                    /** @default null */
                                    people: number | null;
                                    /** @default  */
                                    recordCategories: string;
                                    /** @default null */
                                    records: number | null;
                                    /** @default  */
                                    contact: string;
                                    /** @default  */
                                    consequences: string;
                                    /** @default  */
                                    measures: string;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                kind: "affected";
                                query: {
                                    /** @enum {string} */
                                    table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                                    /** @default null */
                                    from: string | null;
                                    /** @default null */
                                    to: string | null;
                                    /** @default null */
                                    segmentId: string | null;
                                };
                                people: number;
                                /** @default null */
                                told: {
                                    reachable: number;
                                    translations: {
                                        de?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        en?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        fr?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        it?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        es?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        nl?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                    };
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "authority";
                                /** @enum {string} */
                                decision: "notified" | "no_risk";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default null */
                                delay: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "people";
                                /** @enum {string} */
                                decision: "told" | "not_needed";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default [] */
                                how: ("chat" | "mail" | "post" | "phone" | "public")[];
                            } | {
                                /** @enum {string} */
                                kind: "closed";
                                text: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    getBreach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        /** Format: date-time */
                        knownAt: string;
                        deadlineHours: number;
                        /** Format: date-time */
                        deadline: string;
                        secondsLeft: number;
                        /** @enum {string} */
                        authority: "open" | "notified" | "no_risk";
                        /** @enum {string} */
                        people: "open" | "told" | "not_needed";
                        late: boolean;
                        closed: boolean;
                        form: {
                            /** @default  */
                            nature: string;
                            /** @default  */
                            peopleCategories: string;
                            /** @default null */
                            people: number | null;
                            /** @default  */
                            recordCategories: string;
                            /** @default null */
                            records: number | null;
                            /** @default  */
                            contact: string;
                            /** @default  */
                            consequences: string;
                            /** @default  */
                            measures: string;
                        };
                        missing: ("nature" | "peopleCategories" | "people" | "recordCategories" | "records" | "contact" | "consequences" | "measures")[];
                        letter: {
                            de: string;
                            en: string;
                            fr: string;
                            it: string;
                            es: string;
                            nl: string;
                        };
                        entries: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            entry: {
                                /** @enum {string} */
                                kind: "form";
                                form: {
                                    /** @default  */
                                    nature: string;
                                    /** @default  */
                                    peopleCategories: string;
                                    /** @default null */
                                    people: number | null;
                                    /** @default  */
                                    recordCategories: string;
                                    /** @default null */
                                    records: number | null;
                                    /** @default  */
                                    contact: string;
                                    /** @default  */
                                    consequences: string;
                                    /** @default  */
                                    measures: string;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                kind: "affected";
                                query: {
                                    /** @enum {string} */
                                    table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                                    /** @default null */
                                    from: string | null;
                                    /** @default null */
                                    to: string | null;
                                    /** @default null */
                                    segmentId: string | null;
                                };
                                people: number;
                                /** @default null */
                                told: {
                                    reachable: number;
                                    translations: {
                                        de?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        en?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        fr?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        it?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        es?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        nl?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                    };
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "authority";
                                /** @enum {string} */
                                decision: "notified" | "no_risk";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default null */
                                delay: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "people";
                                /** @enum {string} */
                                decision: "told" | "not_needed";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default [] */
                                how: ("chat" | "mail" | "post" | "phone" | "public")[];
                            } | {
                                /** @enum {string} */
                                kind: "closed";
                                text: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    addToBreach: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "form";
                    form: {
                        /** @default  */
                        nature?: string;
                        /** @default  */
                        peopleCategories?: string;
                        /** @default null */
                        people?: number | null;
                        /** @default  */
                        recordCategories?: string;
                        /** @default null */
                        records?: number | null;
                        /** @default  */
                        contact?: string;
                        /** @default  */
                        consequences?: string;
                        /** @default  */
                        measures?: string;
                    };
                } | {
                    /** @enum {string} */
                    kind: "note";
                    text: string;
                } | {
                    /** @enum {string} */
                    kind: "affected";
                    query: {
                        /** @enum {string} */
                        table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                        /** @default null */
                        from?: string | null;
                        /** @default null */
                        to?: string | null;
                        /** @default null */
                        segmentId?: string | null;
                    };
                } | {
                    /** @enum {string} */
                    kind: "authority";
                    /** @enum {string} */
                    decision: "notified" | "no_risk";
                    text: string;
                    /** @default null */
                    at?: string | null;
                    /** @default null */
                    delay?: string | null;
                } | {
                    /** @enum {string} */
                    kind: "people";
                    /** @enum {string} */
                    decision: "told" | "not_needed";
                    text: string;
                    /** @default null */
                    at?: string | null;
                    /** @default [] */
                    how?: ("chat" | "mail" | "post" | "phone" | "public")[];
                } | {
                    /** @enum {string} */
                    kind: "closed";
                    text: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        /** Format: date-time */
                        knownAt: string;
                        deadlineHours: number;
                        /** Format: date-time */
                        deadline: string;
                        secondsLeft: number;
                        /** @enum {string} */
                        authority: "open" | "notified" | "no_risk";
                        /** @enum {string} */
                        people: "open" | "told" | "not_needed";
                        late: boolean;
                        closed: boolean;
                        form: {
                            /** @default  */
                            nature: string;
                            /** @default  */
                            peopleCategories: string;
                            /** @default null */
                            people: number | null;
                            /** @default  */
                            recordCategories: string;
                            /** @default null */
                            records: number | null;
                            /** @default  */
                            contact: string;
                            /** @default  */
                            consequences: string;
                            /** @default  */
                            measures: string;
                        };
                        missing: ("nature" | "peopleCategories" | "people" | "recordCategories" | "records" | "contact" | "consequences" | "measures")[];
                        letter: {
                            de: string;
                            en: string;
                            fr: string;
                            it: string;
                            es: string;
                            nl: string;
                        };
                        entries: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            entry: {
                                /** @enum {string} */
                                kind: "form";
                                form: {
                                    /** @default  */
                                    nature: string;
                                    /** @default  */
                                    peopleCategories: string;
                                    /** @default null */
                                    people: number | null;
                                    /** @default  */
                                    recordCategories: string;
                                    /** @default null */
                                    records: number | null;
                                    /** @default  */
                                    contact: string;
                                    /** @default  */
                                    consequences: string;
                                    /** @default  */
                                    measures: string;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                kind: "affected";
                                query: {
                                    /** @enum {string} */
                                    table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                                    /** @default null */
                                    from: string | null;
                                    /** @default null */
                                    to: string | null;
                                    /** @default null */
                                    segmentId: string | null;
                                };
                                people: number;
                                /** @default null */
                                told: {
                                    reachable: number;
                                    translations: {
                                        de?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        en?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        fr?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        it?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        es?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        nl?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                    };
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "authority";
                                /** @enum {string} */
                                decision: "notified" | "no_risk";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default null */
                                delay: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "people";
                                /** @enum {string} */
                                decision: "told" | "not_needed";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default [] */
                                how: ("chat" | "mail" | "post" | "phone" | "public")[];
                            } | {
                                /** @enum {string} */
                                kind: "closed";
                                text: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    countAffected: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                    /** @default null */
                    from?: string | null;
                    /** @default null */
                    to?: string | null;
                    /** @default null */
                    segmentId?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        people: number;
                        reach: {
                            told: number;
                            waiting: number;
                            reachable: number;
                            not_arrived: number;
                            window_closed: number;
                            number_off: number;
                            never_wrote: number;
                        };
                    };
                };
            };
        };
    };
    tellAffected: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    query: {
                        /** @enum {string} */
                        table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                        /** @default null */
                        from?: string | null;
                        /** @default null */
                        to?: string | null;
                        /** @default null */
                        segmentId?: string | null;
                    };
                    /** @default {} */
                    translations?: {
                        de?: {
                            nature: string;
                            recordCategories: string;
                            contact: string;
                            consequences: string;
                            measures: string;
                        };
                        en?: {
                            nature: string;
                            recordCategories: string;
                            contact: string;
                            consequences: string;
                            measures: string;
                        };
                        fr?: {
                            nature: string;
                            recordCategories: string;
                            contact: string;
                            consequences: string;
                            measures: string;
                        };
                        it?: {
                            nature: string;
                            recordCategories: string;
                            contact: string;
                            consequences: string;
                            measures: string;
                        };
                        es?: {
                            nature: string;
                            recordCategories: string;
                            contact: string;
                            consequences: string;
                            measures: string;
                        };
                        nl?: {
                            nature: string;
                            recordCategories: string;
                            contact: string;
                            consequences: string;
                            measures: string;
                        };
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        number: number;
                        /** Format: date-time */
                        knownAt: string;
                        deadlineHours: number;
                        /** Format: date-time */
                        deadline: string;
                        secondsLeft: number;
                        /** @enum {string} */
                        authority: "open" | "notified" | "no_risk";
                        /** @enum {string} */
                        people: "open" | "told" | "not_needed";
                        late: boolean;
                        closed: boolean;
                        form: {
                            /** @default  */
                            nature: string;
                            /** @default  */
                            peopleCategories: string;
                            /** @default null */
                            people: number | null;
                            /** @default  */
                            recordCategories: string;
                            /** @default null */
                            records: number | null;
                            /** @default  */
                            contact: string;
                            /** @default  */
                            consequences: string;
                            /** @default  */
                            measures: string;
                        };
                        missing: ("nature" | "peopleCategories" | "people" | "recordCategories" | "records" | "contact" | "consequences" | "measures")[];
                        letter: {
                            de: string;
                            en: string;
                            fr: string;
                            it: string;
                            es: string;
                            nl: string;
                        };
                        entries: {
                            seq: number;
                            /** Format: date-time */
                            at: string;
                            by: string | null;
                            entry: {
                                /** @enum {string} */
                                kind: "form";
                                form: {
                                    /** @default  */
                                    nature: string;
                                    /** @default  */
                                    peopleCategories: string;
                                    /** @default null */
                                    people: number | null;
                                    /** @default  */
                                    recordCategories: string;
                                    /** @default null */
                                    records: number | null;
                                    /** @default  */
                                    contact: string;
                                    /** @default  */
                                    consequences: string;
                                    /** @default  */
                                    measures: string;
                                };
                            } | {
                                /** @enum {string} */
                                kind: "note";
                                text: string;
                            } | {
                                /** @enum {string} */
                                kind: "affected";
                                query: {
                                    /** @enum {string} */
                                    table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                                    /** @default null */
                                    from: string | null;
                                    /** @default null */
                                    to: string | null;
                                    /** @default null */
                                    segmentId: string | null;
                                };
                                people: number;
                                /** @default null */
                                told: {
                                    reachable: number;
                                    translations: {
                                        de?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        en?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        fr?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        it?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        es?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                        nl?: {
                                            nature: string;
                                            recordCategories: string;
                                            contact: string;
                                            consequences: string;
                                            measures: string;
                                        };
                                    };
                                } | null;
                            } | {
                                /** @enum {string} */
                                kind: "authority";
                                /** @enum {string} */
                                decision: "notified" | "no_risk";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default null */
                                delay: string | null;
                            } | {
                                /** @enum {string} */
                                kind: "people";
                                /** @enum {string} */
                                decision: "told" | "not_needed";
                                text: string;
                                /** @default null */
                                at: string | null;
                                /** @default [] */
                                how: ("chat" | "mail" | "post" | "phone" | "public")[];
                            } | {
                                /** @enum {string} */
                                kind: "closed";
                                text: string;
                            };
                        }[];
                    };
                };
            };
        };
    };
    exportAffected: {
        parameters: {
            query: {
                table: "contact" | "message" | "inbound_message" | "consent" | "webhook_update";
                from?: string;
                to?: string;
                segmentId?: string;
                untold?: "0" | "1";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    breachPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDuties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @default null */
                        address: string | null;
                        /** @default null */
                        representative: string | null;
                        /** @default null */
                        dpo: ({
                            /** @enum {string} */
                            kind: "named";
                            name: string;
                            contact: string;
                        } | {
                            /** @enum {string} */
                            kind: "none";
                            reason: string;
                        }) | null;
                        /** @default null */
                        operator: {
                            name: string;
                            address: string;
                            contact: string;
                        } | null;
                        /** @default null */
                        hoster: {
                            name: string;
                            country: string;
                            /** @default null */
                            contract: {
                                reference: string;
                                /** Format: date */
                                signedOn: string;
                            } | null;
                        } | null;
                        /** @default null */
                        metaContract: {
                            reference: string;
                            /** Format: date */
                            signedOn: string;
                        } | null;
                        /** @default [] */
                        processors: {
                            name: string;
                            service: string;
                            country: string;
                            /** @default null */
                            safeguard: string | null;
                            /** @default null */
                            contract: {
                                reference: string;
                                /** Format: date */
                                signedOn: string;
                            } | null;
                            /** @default null */
                            from: string | null;
                        }[];
                        /** @default [] */
                        measures: string[];
                        /** @default null */
                        authority: {
                            name: string;
                            /** @default null */
                            url: string | null;
                        } | null;
                        /** @default 72 */
                        breachHours: number;
                    };
                };
            };
        };
    };
    saveDuties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @default null */
                    address?: string | null;
                    /** @default null */
                    representative?: string | null;
                    /** @default null */
                    dpo?: ({
                        /** @enum {string} */
                        kind: "named";
                        name: string;
                        contact: string;
                    } | {
                        /** @enum {string} */
                        kind: "none";
                        reason: string;
                    }) | null;
                    /** @default null */
                    operator?: {
                        name: string;
                        address: string;
                        contact: string;
                    } | null;
                    /** @default null */
                    hoster?: {
                        name: string;
                        country: string;
                        /** @default null */
                        contract?: {
                            reference: string;
                            /** Format: date */
                            signedOn: string;
                        } | null;
                    } | null;
                    /** @default null */
                    metaContract?: {
                        reference: string;
                        /** Format: date */
                        signedOn: string;
                    } | null;
                    /** @default [] */
                    processors?: {
                        name: string;
                        service: string;
                        country: string;
                        /** @default null */
                        safeguard?: string | null;
                        /** @default null */
                        contract?: {
                            reference: string;
                            /** Format: date */
                            signedOn: string;
                        } | null;
                        /** @default null */
                        from?: string | null;
                    }[];
                    /** @default [] */
                    measures?: string[];
                    /** @default null */
                    authority?: {
                        name: string;
                        /** @default null */
                        url?: string | null;
                    } | null;
                    /** @default 72 */
                    breachHours?: number;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @default null */
                        address: string | null;
                        /** @default null */
                        representative: string | null;
                        /** @default null */
                        dpo: ({
                            /** @enum {string} */
                            kind: "named";
                            name: string;
                            contact: string;
                        } | {
                            /** @enum {string} */
                            kind: "none";
                            reason: string;
                        }) | null;
                        /** @default null */
                        operator: {
                            name: string;
                            address: string;
                            contact: string;
                        } | null;
                        /** @default null */
                        hoster: {
                            name: string;
                            country: string;
                            /** @default null */
                            contract: {
                                reference: string;
                                /** Format: date */
                                signedOn: string;
                            } | null;
                        } | null;
                        /** @default null */
                        metaContract: {
                            reference: string;
                            /** Format: date */
                            signedOn: string;
                        } | null;
                        /** @default [] */
                        processors: {
                            name: string;
                            service: string;
                            country: string;
                            /** @default null */
                            safeguard: string | null;
                            /** @default null */
                            contract: {
                                reference: string;
                                /** Format: date */
                                signedOn: string;
                            } | null;
                            /** @default null */
                            from: string | null;
                        }[];
                        /** @default [] */
                        measures: string[];
                        /** @default null */
                        authority: {
                            name: string;
                            /** @default null */
                            url: string | null;
                        } | null;
                        /** @default 72 */
                        breachHours: number;
                    };
                };
            };
        };
    };
    listNotices: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        language: string;
                        version: number;
                        hash: string;
                        /** Format: date-time */
                        publishedAt: string;
                        content: {
                            /** @default  */
                            controller: string;
                            /** @default  */
                            dpo: string;
                            /** @default  */
                            purposes: string;
                            /** @default  */
                            basis: string;
                            /** @default  */
                            recipients: string;
                            /** @default  */
                            transfer: string;
                            /** @default  */
                            retention: string;
                            /** @default  */
                            rights: string;
                            /** @default  */
                            complaint: string;
                        };
                        missing: ("controller" | "dpo" | "purposes" | "basis" | "recipients" | "transfer" | "retention" | "rights" | "complaint")[];
                    }[];
                };
            };
        };
    };
    publishNotice: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    language: "de" | "en" | "fr" | "it" | "es" | "nl";
                    content: {
                        /** @default  */
                        controller?: string;
                        /** @default  */
                        dpo?: string;
                        /** @default  */
                        purposes?: string;
                        /** @default  */
                        basis?: string;
                        /** @default  */
                        recipients?: string;
                        /** @default  */
                        transfer?: string;
                        /** @default  */
                        retention?: string;
                        /** @default  */
                        rights?: string;
                        /** @default  */
                        complaint?: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        id: string;
                        language: string;
                        version: number;
                        hash: string;
                        /** Format: date-time */
                        publishedAt: string;
                        content: {
                            /** @default  */
                            controller: string;
                            /** @default  */
                            dpo: string;
                            /** @default  */
                            purposes: string;
                            /** @default  */
                            basis: string;
                            /** @default  */
                            recipients: string;
                            /** @default  */
                            transfer: string;
                            /** @default  */
                            retention: string;
                            /** @default  */
                            rights: string;
                            /** @default  */
                            complaint: string;
                        };
                        missing: ("controller" | "dpo" | "purposes" | "basis" | "recipients" | "transfer" | "retention" | "rights" | "complaint")[];
                    };
                };
            };
        };
    };
    proposeNotice: {
        parameters: {
            query: {
                language: "de" | "en" | "fr" | "it" | "es" | "nl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @default  */
                        controller: string;
                        /** @default  */
                        dpo: string;
                        /** @default  */
                        purposes: string;
                        /** @default  */
                        basis: string;
                        /** @default  */
                        recipients: string;
                        /** @default  */
                        transfer: string;
                        /** @default  */
                        retention: string;
                        /** @default  */
                        rights: string;
                        /** @default  */
                        complaint: string;
                    };
                };
            };
        };
    };
    getScreening: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questions: {
                            /** @enum {string} */
                            key: "scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision";
                            question: string;
                            source: string;
                            alone: boolean;
                            hint: boolean;
                        }[];
                        last: {
                            /** Format: uuid */
                            id: string;
                            yes: ("scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision")[];
                            reasons: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            result: "required" | "advised" | "not_required";
                            /** Format: date-time */
                            at: string;
                            documentedWhere: string | null;
                            documentedAt: string | null;
                        } | null;
                        news: ("scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision")[];
                    };
                };
            };
        };
    };
    screenImpact: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    yes: ("scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision")[];
                    /** @default {} */
                    reasons?: {
                        [key: string]: string;
                    };
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questions: {
                            /** @enum {string} */
                            key: "scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision";
                            question: string;
                            source: string;
                            alone: boolean;
                            hint: boolean;
                        }[];
                        last: {
                            /** Format: uuid */
                            id: string;
                            yes: ("scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision")[];
                            reasons: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            result: "required" | "advised" | "not_required";
                            /** Format: date-time */
                            at: string;
                            documentedWhere: string | null;
                            documentedAt: string | null;
                        } | null;
                        news: ("scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision")[];
                    };
                };
            };
        };
    };
    documentAssessment: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    where: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        questions: {
                            /** @enum {string} */
                            key: "scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision";
                            question: string;
                            source: string;
                            alone: boolean;
                            hint: boolean;
                        }[];
                        last: {
                            /** Format: uuid */
                            id: string;
                            yes: ("scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision")[];
                            reasons: {
                                [key: string]: string;
                            };
                            /** @enum {string} */
                            result: "required" | "advised" | "not_required";
                            /** Format: date-time */
                            at: string;
                            documentedWhere: string | null;
                            documentedAt: string | null;
                        } | null;
                        news: ("scale" | "scoring" | "matching" | "minors" | "location" | "monitoring" | "new_technology" | "special_category" | "automated_decision")[];
                    };
                };
            };
        };
    };
    agreementPack: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    readGoLive: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        total: number;
                        items: {
                            /** @enum {string} */
                            key: "meta_contract" | "hoster_contract" | "dpo" | "notice" | "dpia" | "record_approved";
                            ok: boolean;
                            title: string;
                            cure: string;
                            article: string;
                            part: string;
                        }[];
                        channels: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            displayPhoneNumber: string;
                            liveAt: string | null;
                            storage: {
                                /** @enum {string} */
                                kind: "standard" | "in_country" | "none";
                                region: string | null;
                                from: ("meta" | "member") | null;
                            };
                        }[];
                    };
                };
            };
        };
    };
    goLive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        total: number;
                        items: {
                            /** @enum {string} */
                            key: "meta_contract" | "hoster_contract" | "dpo" | "notice" | "dpia" | "record_approved";
                            ok: boolean;
                            title: string;
                            cure: string;
                            article: string;
                            part: string;
                        }[];
                        channels: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            displayPhoneNumber: string;
                            liveAt: string | null;
                            storage: {
                                /** @enum {string} */
                                kind: "standard" | "in_country" | "none";
                                region: string | null;
                                from: ("meta" | "member") | null;
                            };
                        }[];
                    };
                };
            };
        };
    };
    takeBack: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        done: number;
                        total: number;
                        items: {
                            /** @enum {string} */
                            key: "meta_contract" | "hoster_contract" | "dpo" | "notice" | "dpia" | "record_approved";
                            ok: boolean;
                            title: string;
                            cure: string;
                            article: string;
                            part: string;
                        }[];
                        channels: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            displayPhoneNumber: string;
                            liveAt: string | null;
                            storage: {
                                /** @enum {string} */
                                kind: "standard" | "in_country" | "none";
                                region: string | null;
                                from: ("meta" | "member") | null;
                            };
                        }[];
                    };
                };
            };
        };
    };
    checkProfile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        key: "name" | "legal_name" | "email" | "imprint" | "privacy";
                        ok: boolean;
                    }[];
                };
            };
        };
    };
    refreshStorage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "standard" | "in_country" | "none";
                        region: string | null;
                        from: ("meta" | "member") | null;
                    };
                };
            };
        };
    };
    stateStorage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /** @enum {string} */
                    kind: "standard" | "in_country" | "none";
                    /** @default null */
                    region?: string | null;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        kind: "standard" | "in_country" | "none";
                        region: string | null;
                        from: ("meta" | "member") | null;
                    };
                };
            };
        };
    };
    getAdmission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        business: "trial" | "live" | "frozen";
                        /** @enum {string} */
                        state: "none" | "draft" | "applied" | "approved" | "refused";
                        application: {
                            vertical: ("retail" | "food" | "fashion" | "beauty" | "home" | "travel" | "hospitality" | "events" | "education" | "health" | "finance" | "services" | "media" | "nonprofit" | "public" | "other" | "gambling" | "adult" | "dating" | "tobacco" | "drugs" | "medicine" | "supplements" | "weapons" | "animals" | "crypto" | "lending" | "pyramid") | "";
                            registration: string;
                            listOrigin: ("none" | "own_opt_in" | "customers" | "bought") | "";
                            listOriginText: string;
                            sampleTexts: string[];
                            contactName: string;
                            contactEmail: "" | string;
                        };
                        checks: {
                            /** @enum {string} */
                            key: "legal_entity" | "imprint" | "vertical" | "list_origin" | "sample_texts" | "contact_person";
                            ok: boolean;
                            title: string;
                            cure: string;
                        }[];
                        refusal: string | null;
                        cap: number;
                        appliedAt: string | null;
                        appliedByMe: boolean;
                        decidedAt: string | null;
                        decidedBy: ("member" | "operator" | "command_line") | null;
                        reason: string | null;
                        verticals: {
                            key: string;
                            name: string;
                            refusal: string | null;
                        }[];
                        listOrigins: {
                            key: string;
                            name: string;
                            refusal: string | null;
                        }[];
                    };
                };
            };
        };
    };
    saveApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    vertical: ("retail" | "food" | "fashion" | "beauty" | "home" | "travel" | "hospitality" | "events" | "education" | "health" | "finance" | "services" | "media" | "nonprofit" | "public" | "other" | "gambling" | "adult" | "dating" | "tobacco" | "drugs" | "medicine" | "supplements" | "weapons" | "animals" | "crypto" | "lending" | "pyramid") | "";
                    registration: string;
                    listOrigin: ("none" | "own_opt_in" | "customers" | "bought") | "";
                    listOriginText: string;
                    sampleTexts: string[];
                    contactName: string;
                    contactEmail: "" | string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        business: "trial" | "live" | "frozen";
                        /** @enum {string} */
                        state: "none" | "draft" | "applied" | "approved" | "refused";
                        application: {
                            vertical: ("retail" | "food" | "fashion" | "beauty" | "home" | "travel" | "hospitality" | "events" | "education" | "health" | "finance" | "services" | "media" | "nonprofit" | "public" | "other" | "gambling" | "adult" | "dating" | "tobacco" | "drugs" | "medicine" | "supplements" | "weapons" | "animals" | "crypto" | "lending" | "pyramid") | "";
                            registration: string;
                            listOrigin: ("none" | "own_opt_in" | "customers" | "bought") | "";
                            listOriginText: string;
                            sampleTexts: string[];
                            contactName: string;
                            contactEmail: "" | string;
                        };
                        checks: {
                            /** @enum {string} */
                            key: "legal_entity" | "imprint" | "vertical" | "list_origin" | "sample_texts" | "contact_person";
                            ok: boolean;
                            title: string;
                            cure: string;
                        }[];
                        refusal: string | null;
                        cap: number;
                        appliedAt: string | null;
                        appliedByMe: boolean;
                        decidedAt: string | null;
                        decidedBy: ("member" | "operator" | "command_line") | null;
                        reason: string | null;
                        verticals: {
                            key: string;
                            name: string;
                            refusal: string | null;
                        }[];
                        listOrigins: {
                            key: string;
                            name: string;
                            refusal: string | null;
                        }[];
                    };
                };
            };
        };
    };
    applyForAdmission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        business: "trial" | "live" | "frozen";
                        /** @enum {string} */
                        state: "none" | "draft" | "applied" | "approved" | "refused";
                        application: {
                            vertical: ("retail" | "food" | "fashion" | "beauty" | "home" | "travel" | "hospitality" | "events" | "education" | "health" | "finance" | "services" | "media" | "nonprofit" | "public" | "other" | "gambling" | "adult" | "dating" | "tobacco" | "drugs" | "medicine" | "supplements" | "weapons" | "animals" | "crypto" | "lending" | "pyramid") | "";
                            registration: string;
                            listOrigin: ("none" | "own_opt_in" | "customers" | "bought") | "";
                            listOriginText: string;
                            sampleTexts: string[];
                            contactName: string;
                            contactEmail: "" | string;
                        };
                        checks: {
                            /** @enum {string} */
                            key: "legal_entity" | "imprint" | "vertical" | "list_origin" | "sample_texts" | "contact_person";
                            ok: boolean;
                            title: string;
                            cure: string;
                        }[];
                        refusal: string | null;
                        cap: number;
                        appliedAt: string | null;
                        appliedByMe: boolean;
                        decidedAt: string | null;
                        decidedBy: ("member" | "operator" | "command_line") | null;
                        reason: string | null;
                        verticals: {
                            key: string;
                            name: string;
                            refusal: string | null;
                        }[];
                        listOrigins: {
                            key: string;
                            name: string;
                            refusal: string | null;
                        }[];
                    };
                };
            };
        };
    };
    decideAdmission: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        business: "trial" | "live" | "frozen";
                        /** @enum {string} */
                        state: "none" | "draft" | "applied" | "approved" | "refused";
                        application: {
                            vertical: ("retail" | "food" | "fashion" | "beauty" | "home" | "travel" | "hospitality" | "events" | "education" | "health" | "finance" | "services" | "media" | "nonprofit" | "public" | "other" | "gambling" | "adult" | "dating" | "tobacco" | "drugs" | "medicine" | "supplements" | "weapons" | "animals" | "crypto" | "lending" | "pyramid") | "";
                            registration: string;
                            listOrigin: ("none" | "own_opt_in" | "customers" | "bought") | "";
                            listOriginText: string;
                            sampleTexts: string[];
                            contactName: string;
                            contactEmail: "" | string;
                        };
                        checks: {
                            /** @enum {string} */
                            key: "legal_entity" | "imprint" | "vertical" | "list_origin" | "sample_texts" | "contact_person";
                            ok: boolean;
                            title: string;
                            cure: string;
                        }[];
                        refusal: string | null;
                        cap: number;
                        appliedAt: string | null;
                        appliedByMe: boolean;
                        decidedAt: string | null;
                        decidedBy: ("member" | "operator" | "command_line") | null;
                        reason: string | null;
                        verticals: {
                            key: string;
                            name: string;
                            refusal: string | null;
                        }[];
                        listOrigins: {
                            key: string;
                            name: string;
                            refusal: string | null;
                        }[];
                    };
                };
            };
        };
    };
    listAdmissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        slug: string;
                        name: string;
                        legalName: string;
                        /** @enum {string} */
                        business: "trial" | "live" | "frozen";
                        /** @enum {string} */
                        state: "none" | "draft" | "applied" | "approved" | "refused";
                        vertical: string | null;
                        appliedAt: string | null;
                        decidedAt: string | null;
                        cap: number | null;
                    }[];
                };
            };
        };
    };
    getAdmissionFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            slug: string;
                            name: string;
                            legalName: string;
                            country: string;
                            imprintUrl: string | null;
                            privacyUrl: string | null;
                            contactEmail: string | null;
                        };
                        admission: {
                            /** @enum {string} */
                            business: "trial" | "live" | "frozen";
                            /** @enum {string} */
                            state: "none" | "draft" | "applied" | "approved" | "refused";
                            application: {
                                vertical: ("retail" | "food" | "fashion" | "beauty" | "home" | "travel" | "hospitality" | "events" | "education" | "health" | "finance" | "services" | "media" | "nonprofit" | "public" | "other" | "gambling" | "adult" | "dating" | "tobacco" | "drugs" | "medicine" | "supplements" | "weapons" | "animals" | "crypto" | "lending" | "pyramid") | "";
                                registration: string;
                                listOrigin: ("none" | "own_opt_in" | "customers" | "bought") | "";
                                listOriginText: string;
                                sampleTexts: string[];
                                contactName: string;
                                contactEmail: "" | string;
                            };
                            checks: {
                                /** @enum {string} */
                                key: "legal_entity" | "imprint" | "vertical" | "list_origin" | "sample_texts" | "contact_person";
                                ok: boolean;
                                title: string;
                                cure: string;
                            }[];
                            refusal: string | null;
                            cap: number;
                            appliedAt: string | null;
                            appliedByMe: boolean;
                            decidedAt: string | null;
                            decidedBy: ("member" | "operator" | "command_line") | null;
                            reason: string | null;
                            verticals: {
                                key: string;
                                name: string;
                                refusal: string | null;
                            }[];
                            listOrigins: {
                                key: string;
                                name: string;
                                refusal: string | null;
                            }[];
                        };
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            what: "applied" | "approved" | "refused";
                            by: string | null;
                            atCommandLine: boolean;
                            reason: string | null;
                        }[];
                    };
                };
            };
        };
    };
    decideAsOperator: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    approve: boolean;
                    reason: string;
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        about: {
                            slug: string;
                            name: string;
                            legalName: string;
                            country: string;
                            imprintUrl: string | null;
                            privacyUrl: string | null;
                            contactEmail: string | null;
                        };
                        admission: {
                            /** @enum {string} */
                            business: "trial" | "live" | "frozen";
                            /** @enum {string} */
                            state: "none" | "draft" | "applied" | "approved" | "refused";
                            application: {
                                vertical: ("retail" | "food" | "fashion" | "beauty" | "home" | "travel" | "hospitality" | "events" | "education" | "health" | "finance" | "services" | "media" | "nonprofit" | "public" | "other" | "gambling" | "adult" | "dating" | "tobacco" | "drugs" | "medicine" | "supplements" | "weapons" | "animals" | "crypto" | "lending" | "pyramid") | "";
                                registration: string;
                                listOrigin: ("none" | "own_opt_in" | "customers" | "bought") | "";
                                listOriginText: string;
                                sampleTexts: string[];
                                contactName: string;
                                contactEmail: "" | string;
                            };
                            checks: {
                                /** @enum {string} */
                                key: "legal_entity" | "imprint" | "vertical" | "list_origin" | "sample_texts" | "contact_person";
                                ok: boolean;
                                title: string;
                                cure: string;
                            }[];
                            refusal: string | null;
                            cap: number;
                            appliedAt: string | null;
                            appliedByMe: boolean;
                            decidedAt: string | null;
                            decidedBy: ("member" | "operator" | "command_line") | null;
                            reason: string | null;
                            verticals: {
                                key: string;
                                name: string;
                                refusal: string | null;
                            }[];
                            listOrigins: {
                                key: string;
                                name: string;
                                refusal: string | null;
                            }[];
                        };
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            what: "applied" | "approved" | "refused";
                            by: string | null;
                            atCommandLine: boolean;
                            reason: string | null;
                        }[];
                    };
                };
            };
        };
    };
    listEndpoints: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        url: string;
                        events: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert")[];
                        /** @enum {string} */
                        state: "on" | "off";
                        offReason: ("member" | "gone" | "failing") | null;
                        lastAt: string | null;
                        lastStatus: number | null;
                        lastFailure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                        failingSince: string | null;
                        previousSecretUntil: string | null;
                        waiting: number;
                        dead: number;
                        /** Format: date-time */
                        createdAt: string;
                    }[];
                };
            };
        };
    };
    createEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name: string;
                    url: string;
                    events: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert")[];
                };
            };
        };
        responses: {
            /** @description Default Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoint: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            url: string;
                            events: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert")[];
                            /** @enum {string} */
                            state: "on" | "off";
                            offReason: ("member" | "gone" | "failing") | null;
                            lastAt: string | null;
                            lastStatus: number | null;
                            lastFailure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                            failingSince: string | null;
                            previousSecretUntil: string | null;
                            waiting: number;
                            dead: number;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        secret: string;
                    };
                };
            };
        };
    };
    deleteEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    updateEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    name?: string;
                    url?: string;
                    events?: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert")[];
                    /** @enum {string} */
                    state?: "on" | "off";
                };
            };
        };
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        url: string;
                        events: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert")[];
                        /** @enum {string} */
                        state: "on" | "off";
                        offReason: ("member" | "gone" | "failing") | null;
                        lastAt: string | null;
                        lastStatus: number | null;
                        lastFailure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                        failingSince: string | null;
                        previousSecretUntil: string | null;
                        waiting: number;
                        dead: number;
                        /** Format: date-time */
                        createdAt: string;
                    };
                };
            };
        };
    };
    rotateEndpointSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        endpoint: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            url: string;
                            events: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert")[];
                            /** @enum {string} */
                            state: "on" | "off";
                            offReason: ("member" | "gone" | "failing") | null;
                            lastAt: string | null;
                            lastStatus: number | null;
                            lastFailure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                            failingSince: string | null;
                            previousSecretUntil: string | null;
                            waiting: number;
                            dead: number;
                            /** Format: date-time */
                            createdAt: string;
                        };
                        secret: string;
                    };
                };
            };
        };
    };
    testEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        endpointId: string;
                        endpointName: string;
                        event: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert") | "endpoint.test";
                        contactId: string | null;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        state: "waiting" | "delivered" | "dead";
                        attempts: number;
                        nextAt: string | null;
                        lastStatus: number | null;
                        lastFailure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                        doneAt: string | null;
                    };
                };
            };
        };
    };
    deliverDeadAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        count: number;
                    };
                };
            };
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                limit?: number;
                after?: string;
                endpointId?: string;
                contactId?: string;
                state?: "waiting" | "delivered" | "dead";
                event?: "person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: {
                            /** Format: uuid */
                            id: string;
                            /** Format: uuid */
                            endpointId: string;
                            endpointName: string;
                            event: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert") | "endpoint.test";
                            contactId: string | null;
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            state: "waiting" | "delivered" | "dead";
                            attempts: number;
                            nextAt: string | null;
                            lastStatus: number | null;
                            lastFailure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                            doneAt: string | null;
                        }[];
                        next: string | null;
                    };
                };
            };
        };
    };
    getDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        endpointId: string;
                        endpointName: string;
                        event: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert") | "endpoint.test";
                        contactId: string | null;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        state: "waiting" | "delivered" | "dead";
                        attempts: number;
                        nextAt: string | null;
                        lastStatus: number | null;
                        lastFailure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                        doneAt: string | null;
                        body: string;
                        tries: {
                            attempt: number;
                            /** Format: date-time */
                            at: string;
                            tookMs: number;
                            status: number | null;
                            failure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                        }[];
                    };
                };
            };
        };
    };
    deliverAgain: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        /** Format: uuid */
                        endpointId: string;
                        endpointName: string;
                        event: ("person.erased" | "person.restricted" | "person.released" | "person.rectified" | "consent.confirmed" | "consent.withdrawn" | "standing.alert") | "endpoint.test";
                        contactId: string | null;
                        /** Format: date-time */
                        at: string;
                        /** @enum {string} */
                        state: "waiting" | "delivered" | "dead";
                        attempts: number;
                        nextAt: string | null;
                        lastStatus: number | null;
                        lastFailure: ("status" | "redirect" | "gone" | "private" | "name" | "connect" | "tls" | "timeout" | "other" | "off") | null;
                        doneAt: string | null;
                    };
                };
            };
        };
    };
    complianceMatrix: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        rules: {
                            id: string;
                            title: string;
                            basis: string;
                            notHere: string | null;
                            sources: string[];
                            tests: {
                                file: string;
                                title: string;
                            }[];
                        }[];
                    };
                };
            };
        };
    };
    getHome: {
        parameters: {
            query?: {
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        subscribers: {
                            now: number;
                            change: number;
                            series: {
                                /** Format: date */
                                day: string;
                                confirmed: number;
                                withdrawn: number;
                                net: number;
                            }[];
                        };
                        funnel: {
                            requested: number;
                            asked: number;
                            confirmed: number;
                            refused: number;
                            expired: number;
                        };
                        channels: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            displayPhoneNumber: string;
                            verifiedName: string;
                            phoneNumberId: string;
                            wabaId: string;
                            /** @enum {string} */
                            state: "connected" | "disconnected" | "restricted" | "banned";
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                            messagingLimit: number | null;
                            usedToday: number;
                            throughput: number;
                            webhookUrl: string;
                            /** Format: date-time */
                            updatedAt: string;
                        }[];
                        campaigns: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            channelId: string | null;
                            topicId: string | null;
                            templateId: string | null;
                            segmentId: string | null;
                            variables: {
                                [key: string]: {
                                    /** @enum {string} */
                                    from: "fixed";
                                    value: string;
                                } | {
                                    /** @enum {string} */
                                    from: "first_name";
                                    fallback: string;
                                } | {
                                    /** @enum {string} */
                                    from: "attribute";
                                    key: string;
                                    fallback: string;
                                };
                            };
                            /** @enum {string} */
                            state: "draft" | "scheduled" | "freezing" | "running" | "paused" | "finished" | "cancelled";
                            pauseReason: string | null;
                            pauseFacts: {
                                /** @enum {string} */
                                kind: "opt_outs" | "failures" | "blocks" | "silence";
                                count: number;
                                of: number;
                                limit: number;
                                windowMinutes: number;
                            } | null;
                            resumeAfter: string | null;
                            resumeNeedsReason: boolean;
                            scheduledAt: string | null;
                            budget: number | null;
                            toleranceMinutes: number;
                            breaker: {
                                /** @default true */
                                on: boolean;
                                /** @default 60 */
                                windowMinutes: number;
                                /** @default 50 */
                                minimum: number;
                                /** @default 0.03 */
                                optOuts: number;
                                /** @default 0.25 */
                                failures: number;
                                /** @default 0.1 */
                                blocks: number;
                            };
                            ramp: {
                                share: number;
                                waitMinutes: number;
                            } | null;
                            rampState: {
                                endsAt: string | null;
                            } | null;
                            pace: number;
                            /** Format: date-time */
                            createdAt: string;
                            launchedAt: string | null;
                            finishedAt: string | null;
                            freezing: {
                                done: number;
                                expected: number;
                                stalledSince: string | null;
                            } | null;
                            counts?: {
                                [key: string]: number;
                            } & {
                                candidates?: number;
                                excluded?: number;
                            };
                        }[];
                        spend: {
                            month: number;
                            currency: string;
                            series: {
                                /** Format: date */
                                day: string;
                                amount: number;
                            }[];
                        };
                        tasks: {
                            kind: string;
                            count: number;
                            link: string;
                        }[];
                    };
                };
            };
        };
    };
    getChannelStanding: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** Format: uuid */
                        id: string;
                        name: string;
                        displayPhoneNumber: string;
                        verifiedName: string;
                        /** @enum {string} */
                        state: "connected" | "disconnected" | "restricted" | "banned";
                        /** @enum {string} */
                        quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                        messagingLimit: number | null;
                        usedToday: number;
                        room: number | null;
                        freesAt: string | null;
                        throughput: number;
                        /** Format: date-time */
                        updatedAt: string;
                        hold: {
                            /** @enum {string} */
                            reason: "quality" | "spam" | "account";
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        } | null;
                        warmUp: {
                            startedAt: string | null;
                            steps: {
                                people: number;
                                from: string | null;
                            }[];
                            endsAt: string | null;
                            room: number | null;
                        } | null;
                        restrictions: {
                            kind: string;
                            /** Format: date-time */
                            since: string;
                            until: string | null;
                        }[];
                        blockedCountries: {
                            country: string;
                            /** Format: date-time */
                            since: string;
                        }[];
                        history: {
                            /** Format: date-time */
                            at: string;
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                        }[];
                        days: {
                            /** Format: date */
                            day: string;
                            sent: number;
                            delivered: number;
                            read: number;
                            failed: number;
                            optOuts: number;
                            stopped: number;
                            capped: number;
                            unreachable: number;
                        }[];
                        errors: {
                            code: number;
                            count: number;
                            title: string;
                            advice: string;
                        }[];
                        templates: {
                            /** Format: uuid */
                            id: string;
                            name: string;
                            language: string;
                            state: string;
                            /** @enum {string} */
                            quality: "GREEN" | "YELLOW" | "RED" | "UNKNOWN";
                            sent: number;
                            read: number;
                            failed: number;
                        }[];
                        alerts: {
                            /** Format: uuid */
                            id: string;
                            kind: string;
                            /** @enum {string} */
                            severity: "info" | "success" | "warning" | "critical";
                            entity: string | null;
                            entityId: string | null;
                            data: {
                                [key: string]: string | number | boolean | null;
                            };
                            title: string;
                            detail: string;
                            /** Format: date-time */
                            at: string;
                            readAt: string | null;
                        }[];
                    };
                };
            };
        };
    };
    getCosts: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        month: string;
                        currency: string;
                        timeZone: string;
                        months: {
                            month: string;
                            amount: number;
                            categories: {
                                category: string;
                                amount: number;
                            }[];
                        }[];
                        total: {
                            amount: number;
                            messages: number;
                            billed: number;
                            unpriced: number;
                            perDelivered: number | null;
                            perRead: {
                                amount: number;
                                messages: number;
                                /** Format: date */
                                from: string;
                                /** Format: date */
                                through: string;
                            } | null;
                        };
                        byMarket: {
                            key: string;
                            name: string | null;
                            amount: number;
                            messages: number;
                            billed: number;
                        }[];
                        byCategory: {
                            key: string;
                            name: string | null;
                            amount: number;
                            messages: number;
                            billed: number;
                        }[];
                        byType: {
                            key: string;
                            name: string | null;
                            amount: number;
                            messages: number;
                            billed: number;
                        }[];
                        byTopic: {
                            key: string;
                            name: string | null;
                            amount: number;
                            messages: number;
                            billed: number;
                        }[];
                        byCampaign: {
                            key: string;
                            name: string | null;
                            amount: number;
                            messages: number;
                            billed: number;
                        }[];
                        service: {
                            channelId: string;
                            name: string;
                            delivered: number;
                            billed: number;
                            free: number;
                        }[];
                    };
                };
            };
        };
    };
    exportCosts: {
        parameters: {
            query?: {
                month?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listReviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quarter: string;
                        /** Format: date */
                        first: string;
                        /** Format: date */
                        last: string;
                        /** Format: date-time */
                        madeAt: string;
                        delivered: number;
                        optOuts: number;
                        suggestions: number;
                        proofsHold: boolean | null;
                    }[];
                };
            };
        };
    };
    getReview: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quarter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        quarter: string;
                        /** Format: date */
                        first: string;
                        /** Format: date */
                        last: string;
                        figures: {
                            sent: number;
                            delivered: number;
                            read: number;
                            failed: number;
                            unreachable: number;
                            capped: number;
                            stopped: number;
                            people: number;
                            won: number;
                            optOuts: number;
                            lapsed: number;
                            silentPeople: number;
                            silentMessages: number;
                        };
                        before: {
                            sent: number;
                            delivered: number;
                            read: number;
                            failed: number;
                            unreachable: number;
                            capped: number;
                            stopped: number;
                            people: number;
                            won: number;
                            optOuts: number;
                            lapsed: number;
                            silentPeople: number;
                            silentMessages: number;
                        };
                        frequency: {
                            messages: number;
                            people: number;
                            optOuts: number;
                        }[];
                        campaigns: {
                            name: string;
                            delivered: number;
                            read: number;
                            optOuts: number;
                        }[];
                        requests: {
                            kind: string;
                            count: number;
                        }[];
                        qualityDrops: number;
                        pauses: number;
                        sample: {
                            of: number;
                            checked: number;
                            valid: number;
                            shredded: number;
                            unsealed: number;
                            missing: number;
                            damaged: number;
                        };
                        ledger: {
                            size: number;
                            note: string | null;
                            publicKey: string;
                            signedAt: string | null;
                        };
                        /** Format: date-time */
                        madeAt: string;
                        digest: string;
                        topics: {
                            name: string;
                            delivered: number;
                            read: number;
                            optOuts: number;
                        }[];
                        well: string[];
                        hurt: string[];
                        suggestions: string[];
                    };
                };
            };
        };
    };
    reviewPdf: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                quarter: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Default Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
