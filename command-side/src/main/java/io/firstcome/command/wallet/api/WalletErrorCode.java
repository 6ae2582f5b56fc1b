package io.firstcome.command.wallet.api;

import io.firstcome.contract.RefusalCode;

/** Why a command to a wallet is refused. */
public enum WalletErrorCode implements RefusalCode {
    WALLET_NOT_FOUND(Kind.NOT_FOUND, "The user has no wallet"),
    CHARGE_LIMIT(Kind.CONFLICT, "More may not be charged in a month");

    private final Kind kind;
    private final String title;

    WalletErrorCode(Kind kind, String title) {
        this.kind = kind;
        this.title = title;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String title() {
        return title;
    }
}
