package io.firstcome.command.wallet.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

/** Snapshots that were stored are read by later versions: their JSON is held by approved files. */
class WalletSnapshotContractTest {

    private final Serializer serializer = Serializers.forSnapshots(List.of(new PaymentLedgerModule()));

    /** Payments of each outcome. */
    private static Wallet everything() {
        Wallet wallet = new Wallet();
        wallet.on(Points.charged(2_000_000, 2_000_000, 2_000_000));
        wallet.on(Points.spent("p1", 500_000, 1_500_000));
        wallet.on(Points.spent("550e8400-e29b-41d4-a716-446655440000", 500_000, 1_000_000));
        wallet.on(Points.refused("p2", 1_500_000, 1_000_000));
        wallet.on(Points.refunded("p1", "r1", 200_000, 1_200_000));
        return wallet;
    }

    private static Wallet fresh() {
        Wallet wallet = new Wallet();
        wallet.on(Points.refused("p1", 1, 0));
        return wallet;
    }

    @Test
    void givenWallet_whenStored_thenItIsTheApprovedJson() throws IOException {
        assertThat(json(everything())).isEqualTo(approved("Wallet-1"));
        assertThat(json(fresh())).isEqualTo(approved("Wallet-1-least"));
    }

    @Test
    void givenWallet_whenStored_thenItsTypeAndRevisionAreAsStored() {
        SerializedObject<String> stored = serializer.serialize(fresh(), String.class);

        assertThat(stored.getType().getName()).isEqualTo("io.firstcome.command.wallet.domain.Wallet");
        assertThat(stored.getType().getRevision()).isEqualTo("1");
    }

    @Test
    void givenApprovedJson_whenRead_thenItIsTheWallet() throws IOException {
        assertThat(read(approved("Wallet-1"))).usingRecursiveComparison().isEqualTo(everything());
        assertThat(read(approved("Wallet-1-least"))).usingRecursiveComparison().isEqualTo(fresh());
    }

    private String json(Wallet wallet) {
        return serializer.serialize(wallet, String.class).getData();
    }

    private Wallet read(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, Wallet.class.getName(), "1"));
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                WalletSnapshotContractTest.class.getResourceAsStream("/contracts/wallet/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
