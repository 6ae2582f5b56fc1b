package io.firstcome.events.wallet;

import io.firstcome.events.Ids;
import io.firstcome.events.UserId;

/** The points wallet of one user. Its value is that of the user. */
public record WalletId(String value) {

    /** The aggregate type, and the part of the stored identifier before the colon. */
    public static final String TYPE = "wallet";

    public WalletId {
        Ids.requireValid(value, "walletId");
    }

    /** The wallet of {@code user}. */
    public static WalletId of(UserId user) {
        return new WalletId(user.value());
    }

    @Override
    public String toString() {
        return TYPE + ":" + value;
    }
}
