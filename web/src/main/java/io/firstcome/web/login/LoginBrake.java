package io.firstcome.web.login;

import org.jspecify.annotations.Nullable;

/**
 * Who may try a password now. Nobody can lock out anybody else: what is refused is a name from one address, and only by the failures
 * of that name from that address. All that more addresses or more names can do is to have those who are not known wait in line.
 *
 * <p>A device on which the user has logged in before is known by its cookie and judged by its own failures alone; it is never
 * refused, only slowed ("device cookies", as OWASP describes them).
 */
final class LoginBrake {

    /** What becomes of an attempt. */
    enum Verdict {
        FREE,
        /** It waits in single file with all others of its kind. */
        SLOW,
        REFUSED
    }

    /**
     * Somebody who tries.
     *
     * @param address as {@link ClientAddresses} has it
     * @param device the known device of this user, or null
     */
    record Attempt(
            String username, String address, @Nullable String device) {

        private String nameAndAddress() {
            return address + " " + username;
        }
    }

    private final FailureBrake byNameAndAddress;
    private final FailureBrake byName;
    private final FailureBrake byAddress;
    private final FailureBrake byDevice;

    /**
     * @param perUser failures a minute of one name from one address, or from one known device
     * @param together failures a minute of one name from all addresses, or of all names from one address
     */
    LoginBrake(int perUser, int together) {
        byNameAndAddress = new FailureBrake(perUser);
        byDevice = new FailureBrake(perUser);
        byName = new FailureBrake(together);
        byAddress = new FailureBrake(together);
    }

    Verdict of(Attempt attempt) {
        if (attempt.device() != null) {
            return byDevice.isOn(attempt.device()) ? Verdict.SLOW : Verdict.FREE;
        }
        if (byNameAndAddress.isOn(attempt.nameAndAddress())) {
            return Verdict.REFUSED;
        }
        return byName.isOn(attempt.username()) || byAddress.isOn(attempt.address()) ? Verdict.SLOW : Verdict.FREE;
    }

    /** The password was wrong, or there is no such user. */
    void failed(Attempt attempt) {
        if (attempt.device() != null) {
            byDevice.failed(attempt.device());
            return;
        }
        byNameAndAddress.failed(attempt.nameAndAddress());
        byName.failed(attempt.username());
        byAddress.failed(attempt.address());
    }
}
