"""Checks a ledger's output with nothing but the Python standard library.

Written from RFC 9162, RFC 8032 and the C2SP texts, sharing no code with the TypeScript beside it, so that a
mistake in one shows up in the other. Reads one JSON document from stdin:

    {"leaves": [hex...], "roots": [hex...], "proofs": [tlog-proof text...], "key": verifier key,
     "openings": [{"payload": ..., "salt": hex}...], "consistency": [{"old": n, "new": m, "proof": [hex...]}...]}

roots[n] is the root of the first n leaves; proofs[i] and openings[i] belong to leaves[i]. Prints what was checked as
JSON and exits with 0, or says on stderr what does not hold and exits with 1.
"""

import base64
import hashlib
import json
import sys

P = 2**255 - 19
D = -121665 * pow(121666, P - 2, P) % P


def sha256(data):
    return hashlib.sha256(data).digest()


def root_of(hashes):
    """The definition of RFC 9162 section 2.1.1, taken literally."""
    if not hashes:
        return sha256(b"")
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while 2 * k < len(hashes):
        k *= 2
    return sha256(b"\x01" + root_of(hashes[:k]) + root_of(hashes[k:]))


def path(m, hashes):
    """PATH(m, D[n]) of RFC 6962 section 2.1.1."""
    n = len(hashes)
    if n == 1:
        return []
    k = 1
    while 2 * k < n:
        k *= 2
    if m < k:
        return path(m, hashes[:k]) + [root_of(hashes[k:])]
    return path(m - k, hashes[k:]) + [root_of(hashes[:k])]


def subproof(m, hashes, whole):
    """SUBPROOF(m, D[n], b) of RFC 6962 section 2.1.2."""
    n = len(hashes)
    if m == n:
        return [] if whole else [root_of(hashes)]
    k = 1
    while 2 * k < n:
        k *= 2
    if m <= k:
        return subproof(m, hashes[:k], whole) + [root_of(hashes[k:])]
    return subproof(m - k, hashes[k:], False) + [root_of(hashes[:k])]


def recover_x(y, sign):
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    require((x * x - x2) % P == 0, "a point is not on the curve")
    return P - x if x & 1 != sign else x


def decode_point(data):
    value = int.from_bytes(data, "little")
    y = value & (2**255 - 1)
    return recover_x(y, value >> 255), y


def add(a, b):
    (x1, y1), (x2, y2) = a, b
    t = D * x1 * x2 * y1 * y2 % P
    x3 = (x1 * y2 + x2 * y1) * pow(1 + t, P - 2, P) % P
    y3 = (y1 * y2 + x1 * x2) * pow(1 - t, P - 2, P) % P
    return x3, y3


def multiply(point, scalar):
    result = (0, 1)
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


BASE_Y = 4 * pow(5, P - 2, P) % P


def ed25519_holds(public_key, message, signature):
    """RFC 8032 section 5.1.7, with affine points: slow and plain."""
    base = (recover_x(BASE_Y, 0), BASE_Y)
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(r + public_key + message).digest(), "little")
    return multiply(base, s) == add(decode_point(r), multiply(decode_point(public_key), h))


def open_checkpoint(note, verifier_key):
    name, key_id, encoded = verifier_key.split("+", 2)
    typed = base64.b64decode(encoded, validate=True)
    public_key = typed[1:]
    require(typed[0] == 1 and len(public_key) == 32, "the verifier key is not Ed25519")
    require(sha256(name.encode() + b"\n" + typed)[:4].hex() == key_id, "the key id is wrong")
    text, _, signatures = note.rpartition("\n\n")
    text += "\n"
    wanted = f"\u2014 {name} "
    lines = [line for line in signatures.splitlines() if line.startswith(wanted)]
    require(len(lines) == 1, "the log has not signed once")
    blob = base64.b64decode(lines[0][len(wanted):], validate=True)
    require(blob[:4].hex() == key_id, "the signature names another key")
    require(ed25519_holds(public_key, text.encode(), blob[4:]), "the signature does not hold")
    origin, size, root = text.splitlines()[:3]
    require(origin == name, "the checkpoint is of another log")
    return int(size), base64.b64decode(root, validate=True)


def require(holds, otherwise):
    if not holds:
        sys.exit(otherwise)


def main():
    given = json.load(sys.stdin)
    leaves = [bytes.fromhex(leaf) for leaf in given["leaves"]]
    hashes = [sha256(b"\x00" + leaf) for leaf in leaves]
    checkpoints = {}

    for n, root in enumerate(given["roots"]):
        require(root_of(hashes[:n]).hex() == root, f"the root of {n} leaves differs")

    for i, proof in enumerate(given["proofs"]):
        head, _, note = proof.partition("\n\n")
        lines = head.split("\n")
        require(lines[:2] == ["c2sp.org/tlog-proof@v1", f"index {i}"], f"proof {i} begins wrongly")
        if note not in checkpoints:
            checkpoints[note] = open_checkpoint(note, given["key"])
        size, root = checkpoints[note]
        require(root == root_of(hashes[:size]), f"the checkpoint of proof {i} has another root")
        expected = [base64.b64encode(part).decode() for part in path(i, hashes[:size])]
        require(lines[2:] == expected, f"the inclusion proof of leaf {i} differs")

    for i, opening in enumerate(given["openings"]):
        # For ASCII keys and whole numbers this is what RFC 8785 gives.
        jcs = json.dumps(opening["payload"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        commitment = sha256(b"\x02" + bytes.fromhex(opening["salt"]) + jcs.encode()).hex()
        leaf = json.loads(leaves[i])
        require(leaf["commit"] == commitment and leaf["seq"] == i, f"leaf {i} does not commit to its evidence")

    for step in given["consistency"]:
        old, new = step["old"], step["new"]
        expected = [part.hex() for part in subproof(old, hashes[:new], True)]
        require(step["proof"] == expected, f"the consistency proof from {old} to {new} differs")

    print(json.dumps({name: len(given[name]) for name in ("roots", "proofs", "openings", "consistency")}))


main()
