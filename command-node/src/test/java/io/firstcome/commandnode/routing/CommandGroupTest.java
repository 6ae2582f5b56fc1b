package io.firstcome.commandnode.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.axon.commandbus.CommandNotAcceptedException.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.axonframework.commandhandling.CommandResultMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Members of a group in one JVM, on loopback, with the protocols of a real one. */
class CommandGroupTest {

    private static final String SECRET = "a-secret-of-this-test-with-32-bytes-or-more";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int AGGREGATES = 2_000;

    private final List<Integer> ports = TestMember.freePorts(3);
    private final List<TestMember> members = new ArrayList<>();

    @AfterEach
    void close() {
        members.forEach(TestMember::close);
    }

    private TestMember join(@Nullable String secret) {
        TestMember member = TestMember.join(ports.get(members.size()), ports, secret);
        members.add(member);
        return member;
    }

    private static Stream<String> aggregates() {
        return IntStream.range(0, AGGREGATES).mapToObj(number -> "coupon:" + number);
    }

    /** Each aggregate has one owner, and all know the same. */
    private void awaitAgreement() {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            List<String> owned = members.stream()
                    .flatMap(member -> member.owned(aggregates()).stream())
                    .toList();
            assertThat(owned).hasSize(AGGREGATES).doesNotHaveDuplicates();
            assertThat(members)
                    .allMatch(member -> member.members() == members.size())
                    .allMatch(member -> member.owned(aggregates()).size() > AGGREGATES / 10);
        });
    }

    private static String ownedBy(TestMember member) {
        return member.owned(aggregates()).getFirst();
    }

    @Test
    void givenTwoMembers_whenAThirdComes_thenAllAgreeAndLittleMoves() {
        TestMember first = join(SECRET);
        TestMember second = join(SECRET);
        awaitAgreement();
        List<String> before = first.owned(aggregates());
        assertThat(before).hasSizeBetween(AGGREGATES / 4, AGGREGATES * 3 / 4);

        TestMember third = join(SECRET);
        awaitAgreement();

        assertThat(before).containsAll(first.owned(aggregates()));
        assertThat(third.owned(aggregates())).hasSizeBetween(AGGREGATES / 6, AGGREGATES / 2);
        assertThat(second.owned(aggregates())).doesNotContainAnyElementsOf(before);
    }

    @Test
    void givenCommandOfAnother_whenSent_thenItsOwnerDecidesAndTheSenderIsAnswered() throws Exception {
        TestMember first = join(SECRET);
        TestMember second = join(SECRET);
        awaitAgreement();
        Map<String, Object> metaData = Map.of(CommandMetaData.USER_ID, "u", CommandMetaData.IDEMPOTENCY_KEY, "k");

        for (TestMember owner : members) {
            String aggregate = ownedBy(owner);
            CommandResultMessage<?> answer = first.send(aggregate, metaData).get(10, TimeUnit.SECONDS);

            assertThat((Object) answer.getPayload()).isEqualTo(owner.name());
            assertThat(owner.decided).singleElement().satisfies(command -> {
                assertThat(command.getPayload()).isEqualTo(new Ping(aggregate));
                assertThat(command.getMetaData()).isEqualTo(metaData);
            });
        }
        assertThat(second.decided).hasSize(1);
    }

    @Test
    void givenStrangers_whenTheyDoNotHaveTheSecret_thenTheyStayAlone() {
        TestMember first = join(SECRET);
        TestMember other = join("another-secret-of-this-test-with-32-bytes");
        TestMember without = join(null);

        Awaitility.await()
                .during(Duration.ofSeconds(5))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Stream.of(first, other, without).map(TestMember::members))
                        .containsOnly(1));
        assertThat(aggregates().limit(20).map(aggregate -> without.send(aggregate, Map.of())))
                .allMatch(CompletableFuture::isDone);
        assertThat(without.decided).hasSize(20);
        assertThat(first.decided).isEmpty();
    }

    @Test
    void givenCommandsUnderWay_whenTheirOwnerGoes_thenKeysAreDecidedElsewhereAndTheOthersAreUnknown() {
        TestMember first = join(SECRET);
        TestMember second = join(SECRET);
        awaitAgreement();
        String aggregate = ownedBy(second);
        second.fallSilent();
        CompletableFuture<CommandResultMessage<?>> keyed =
                first.send(aggregate, Map.of(CommandMetaData.USER_ID, "u", CommandMetaData.IDEMPOTENCY_KEY, "k"));
        CompletableFuture<CommandResultMessage<?>> plain = first.send(aggregate, Map.of());
        Awaitility.await().atMost(PATIENCE).until(() -> second.decided.size() == 2);

        second.close();

        assertThat((Object) in(Duration.ofSeconds(3), () -> keyed).getPayload()).isEqualTo(first.name());
        assertThat(in(Duration.ofSeconds(3), () -> plain).exceptionResult())
                .isInstanceOfSatisfying(
                        CommandNotAcceptedException.class,
                        failure -> assertThat(failure.reason()).isEqualTo(Reason.OUTCOME_UNKNOWN));
        assertThat(first.failures("repeated")).isEqualTo(1);
        assertThat(first.failures("unknown")).isEqualTo(1);
        assertThat(first.owned(aggregates())).hasSize(AGGREGATES);
    }

    @Test
    void givenMemberThatLeaves_whenAskedMeanwhile_thenNothingIsLostAndItGoesOnAlone() {
        TestMember first = join(SECRET);
        TestMember second = join(SECRET);
        awaitAgreement();
        String aggregate = ownedBy(second);
        List<CompletableFuture<CommandResultMessage<?>>> answers = new ArrayList<>();
        Thread leaving = Thread.ofVirtual().start(second::leave);
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(1)).until(() -> {
            answers.add(first.send(aggregate, Map.of()));
            return !leaving.isAlive();
        });

        assertThat(answers)
                .allSatisfy(answer -> assertThat(
                                in(Duration.ofSeconds(5), () -> answer).isExceptional())
                        .isFalse());
        assertThat((Object) in(Duration.ofSeconds(1), () -> second.send(aggregate, Map.of()))
                        .getPayload())
                .isEqualTo(second.name());
        assertThat(first.failures("unknown")).isZero();
    }

    private static CommandResultMessage<?> in(
            Duration limit, Supplier<CompletableFuture<CommandResultMessage<?>>> answer) {
        try {
            return answer.get().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (Exception e) {
            throw new AssertionError("No answer within " + limit, e);
        }
    }
}
