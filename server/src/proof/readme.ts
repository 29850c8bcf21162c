/** What whoever unpacks a pack reads first. */
export const README = `Einwilligungsnachweis / Proof of consent
=========================================

proof.pdf      zum Lesen und Drucken / to read and print
verifier.html  in einem Browser öffnen und die ZIP-Datei hineinziehen: prüft alles, ohne Internet
               open it in a browser and drop the ZIP file into it: checks everything, without internet
consent.json   die Einwilligungen für Programme (ISO/IEC TS 27560, W3C DPV) / the consents for programs
events/        je Ereignis: leaf.json (Eintrag im Nachweisbuch), leaf.tlog-proof (Beweis nach C2SP tlog-proof@v1),
               payload.json und salt.hex (Beleg); beides fehlt, wenn der Beleg gelöscht wurde
               for every event: its entry in the ledger, the proof, and the evidence unless it was erased
wordings/      die gezeigten Einwilligungstexte, benannt nach ihrer Prüfsumme / the consent texts, named by their hash
time/          Zeitstempel (RFC 3161) über den Stand dieser Größe, wenn es einen gibt / time stamps over the state of that size
log.key        öffentlicher Schlüssel des Nachweisbuchs / public key of the ledger
pack.note      Liste aller Dateien mit Prüfsummen (SHA-256), vom Nachweisbuch unterschrieben / the signed list of files

Bitte die ZIP-Datei unverändert aufbewahren. Auch neu gepackt gilt sie als verändert.
Please keep the ZIP file as it is. Packed anew, it counts as changed.

commit = SHA-256(0x02 | salt | payload.json)     Blatt / leaf = SHA-256(0x00 | leaf.json)
`
