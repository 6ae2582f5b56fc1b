package io.firstcome.command.wallet.domain;

import io.firstcome.command.MemoryAxon;
import io.firstcome.command.MemoryAxon.Decision;
import io.firstcome.command.wallet.api.WalletCommand;
import java.util.List;

/** Something that decides on commands to a wallet: the aggregate, or a model to compare it with. */
interface Wallets {

    Decision send(WalletCommand command);

    /** The aggregate. */
    static Wallets axon() {
        MemoryAxon axon = memory();
        return axon::send;
    }

    /** The aggregate, which is read from a snapshot after the first {@code count} commands. */
    static Wallets axonWithSnapshotAfter(int count) {
        MemoryAxon axon = memory();
        int[] sent = {0};
        return command -> {
            if (sent[0]++ == count) {
                axon.snapshot("wallet", command.aggregateId());
            }
            return axon.send(command);
        };
    }

    private static MemoryAxon memory() {
        return new MemoryAxon(Wallet.class, new PaymentLedgerModule());
    }

    default List<Decision> sendAll(List<WalletCommand> commands) {
        return commands.stream().map(this::send).toList();
    }
}
