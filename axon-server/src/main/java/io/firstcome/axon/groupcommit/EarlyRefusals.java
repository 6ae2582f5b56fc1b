package io.firstcome.axon.groupcommit;

import io.firstcome.axon.groupcommit.NotAcceptedException.Reason;
import io.firstcome.axon.idempotency.IdempotencyKey;
import io.firstcome.axon.idempotency.KeyHash;
import io.firstcome.axon.idempotency.KnownKeys;
import io.firstcome.axon.idempotency.RefusedKeys;
import io.firstcome.contract.RefusalCode;

/**
 * Refuses in the caller's thread what a committed fact refuses: no lane, no transaction, no database.
 *
 * <p>A command under a key is refused so only when the refusal is final and the key was never used: whatever was decided
 * under a key before is answered by those who know it.
 */
final class EarlyRefusals {

    private final StandingRefusals standing;
    private final KnownKeys known;
    private final RefusedKeys<Refused> refused;

    EarlyRefusals(StandingRefusals standing, KnownKeys known, RefusedKeys<Refused> refused) {
        this.standing = standing;
        this.known = known;
        this.refused = refused;
    }

    /**
     * Answers the command, or leaves it to its lane.
     *
     * <p>To be called while nobody else may use the command's key.
     *
     * @return whether it was answered
     */
    boolean answers(PendingCommand pending) {
        IdempotencyKey key = pending.key();
        RefusalCode code = standing.of(pending.command().getPayload());
        if (key == null) {
            if (code != null) {
                refuse(pending, Refused.of(code));
            }
            return code != null;
        }
        if (code == null && refused.isEmpty()) {
            return false;
        }
        KeyHash hash = KeyHash.of(key);
        return repeats(pending, hash) || (code != null && code.isFinal() && refusesFresh(pending, hash, code));
    }

    private boolean repeats(PendingCommand pending, KeyHash hash) {
        RefusedKeys.Told<Refused> first = refused.find(hash);
        if (first == null) {
            return false;
        }
        if (first.fingerprint() == RefusedKeys.prefixOf(pending.fingerprint())) {
            new Outcome.Rejected(first.refusal(), null).answer(pending, true, first.traceId());
        } else {
            pending.fail(Reason.IDEMPOTENCY_KEY_REUSED);
        }
        return true;
    }

    private boolean refusesFresh(PendingCommand pending, KeyHash hash, RefusalCode code) {
        String traceId = pending.traceId();
        if (traceId == null || !refused.canRemember(pending.fingerprint(), traceId) || known.mayKnow(hash)) {
            return false;
        }
        Refused told = Refused.of(code);
        refused.remember(hash, pending.fingerprint(), traceId, told);
        refuse(pending, told);
        return true;
    }

    private static void refuse(PendingCommand pending, Refused told) {
        new Outcome.Rejected(told, null).answer(pending, false, pending.traceId());
    }
}
