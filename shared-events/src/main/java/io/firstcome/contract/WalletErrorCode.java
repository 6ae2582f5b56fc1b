package io.firstcome.contract;

/** Why a command to a wallet is refused. */
public enum WalletErrorCode implements RejectionCode {
    WALLET_NOT_FOUND(Kind.NOT_FOUND, "The user has no wallet"),
    CHARGE_LIMIT(Kind.CONFLICT, "More may not be charged in a month");

    private final Meaning meaning;

    WalletErrorCode(Kind kind, String title) {
        meaning = new Meaning(kind, title);
    }

    @Override
    public Meaning meaning() {
        return meaning;
    }
}
