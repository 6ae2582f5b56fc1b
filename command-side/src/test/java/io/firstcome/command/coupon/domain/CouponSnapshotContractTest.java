package io.firstcome.command.coupon.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.serialization.Serializers;
import io.firstcome.command.AggregateRegistrar;
import io.firstcome.events.coupon.Tier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Snapshots that were stored are read by later versions: their JSON is held by approved files.
 *
 * <p>A shape that can no longer be read needs a new {@code @Revision} on the aggregate, which makes old snapshots unused.
 */
class CouponSnapshotContractTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Serializer serializer = Serializers.forSnapshots(List.of(new CouponSnapshotModule()));

    /** A campaign with every rule, closed, with users of each kind, some with two pieces, and payments of each outcome. */
    private static Coupon everything() {
        Campaign campaign = Campaign.of(1_000)
                .limitPerUser(2)
                .validDays(30)
                .window(Campaign.NOW, Campaign.NOW.plus(Duration.ofHours(1)))
                .requiring(Tier.GOLD);
        Coupon coupon = new Coupon();
        coupon.on(campaign.created());
        List<String> users = List.of(
                "1", "2", "3", "1", "9999999999", "007", "anna", "anna", "550e8400-e29b-41d4-a716-446655440000");
        for (int serial = 1; serial <= users.size(); serial++) {
            coupon.on(campaign.issued(users.get(serial - 1), serial));
        }
        coupon.on(Campaign.redeemed(campaign.redeem("1", 1, "p1"), 2_000));
        coupon.on(Campaign.redeemed(campaign.redeem("2", 2, "550e8400-e29b-41d4-a716-446655440000"), 2_000));
        coupon.on(Campaign.restored(Campaign.restore("1", 1, "p1")));
        coupon.on(Campaign.refused(campaign.redeem("3", 2, "p3")));
        coupon.on(Campaign.closed());
        return coupon;
    }

    private static Coupon fresh() {
        Coupon coupon = new Coupon();
        coupon.on(Campaign.of(1).created());
        return coupon;
    }

    @Test
    void givenCoupon_whenStored_thenItIsTheApprovedJson() throws IOException {
        assertThat(json(everything())).isEqualTo(approved("Coupon-3"));
        assertThat(json(fresh())).isEqualTo(approved("Coupon-3-least"));
    }

    @Test
    void givenCoupon_whenStored_thenItsTypeAndRevisionAreAsStored() {
        SerializedObject<String> stored = serializer.serialize(fresh(), String.class);

        assertThat(stored.getType().getName()).isEqualTo("io.firstcome.command.coupon.domain.Coupon");
        assertThat(stored.getType().getRevision()).isEqualTo("3");
    }

    @Test
    void givenApprovedJson_whenRead_thenItIsTheCoupon() throws IOException {
        assertThat(read(approved("Coupon-3"))).usingRecursiveComparison().isEqualTo(everything());
        assertThat(read(approved("Coupon-3-least"))).usingRecursiveComparison().isEqualTo(fresh());
    }

    @Test
    void givenFieldsOfAnotherVersion_whenRead_thenTheyAreIgnored() throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(approved("Coupon-3"));
        json.put("later", "text").putObject("laterObject").putArray("deep").add(1);

        assertThat(read(json.toString())).usingRecursiveComparison().isEqualTo(everything());
    }

    @ParameterizedTest
    @ValueSource(strings = {"issueFrom", "issueUntil", "requiredTier"})
    void givenOptionalFieldThatIsAbsentOrNull_whenRead_thenItIsNull(String field) throws IOException {
        ObjectNode json = (ObjectNode) JSON.readTree(approved("Coupon-3"));
        json.remove(field);
        Coupon absent = read(json.toString());
        Coupon explicit = read(json.putNull(field).toString());

        assertThat(absent).hasFieldOrPropertyWithValue(field, null);
        assertThat(explicit).usingRecursiveComparison().isEqualTo(absent);
        assertThat(absent).usingRecursiveComparison().ignoringFields(field).isEqualTo(everything());
    }

    /** Revision 1 knew no redemptions, revision 2 who has a piece but not which: no such snapshot is of use. */
    @ParameterizedTest
    @CsvSource({"1,false", "2,false", "3,true"})
    void givenSnapshotOfARevision_whenFiltered_thenOnlyTodaysIsUsed(String revision, boolean used) throws IOException {
        Configuration axon = DefaultConfigurer.defaultConfiguration(false)
                .configureAggregate(AggregateRegistrar.configuration(
                        Coupon.class, NoCache.INSTANCE, NoSnapshotTriggerDefinition.INSTANCE))
                .buildConfiguration();
        DomainEventData<?> stored = new GenericDomainEventEntry<>(
                "coupon",
                "coupon:1",
                0,
                "id",
                Campaign.NOW,
                Coupon.class.getName(),
                revision,
                approved("Coupon-" + revision),
                "");

        assertThat(axon.snapshotFilter().allow(stored)).isEqualTo(used);
    }

    private String json(Coupon coupon) {
        return serializer.serialize(coupon, String.class).getData();
    }

    private Coupon read(String json) {
        return serializer.deserialize(new SimpleSerializedObject<>(json, String.class, Coupon.class.getName(), "3"));
    }

    private static String approved(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                CouponSnapshotContractTest.class.getResourceAsStream("/contracts/coupon/" + name + ".json"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
