package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.embedded.TestServers;
import io.firstcome.standalone.load.Load;
import io.firstcome.standalone.load.Response;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two command nodes on one database, both of which ask every room to let people in: it lets in no one more, and no one before another. */
class TwoRoomNodesIT {

    private static final int PEOPLE = 80;
    private static final int AT_ONCE = 40;
    private static final int CONNECTIONS = 8;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LOOKS = Duration.ofSeconds(2);

    private final String database = TestServers.database().freshDatabase();
    private final List<CommandSideNode> nodes = new ArrayList<>();

    @BeforeEach
    void start() {
        nodes.add(CommandSideNode.start(database));
        nodes.add(CommandSideNode.start(database));
    }

    @AfterEach
    void close() {
        nodes.forEach(CommandSideNode::close);
    }

    /** The same room at the first node, and at the second. */
    private List<CouponRoom> newRoom(int pieces, String limits) {
        CouponRoom room = CouponRoom.newRoom(nodes.get(0).port(), pieces, limits);
        return List.of(room, room.at(nodes.get(1).port()));
    }

    private RoomHistory history(CouponRoom room) {
        return RoomHistory.of(
                        () -> DriverManager.getConnection(
                                database,
                                TestServers.database().username(),
                                TestServers.database().password()),
                        room.room())
                .assertSound();
    }

    @Test
    void givenACrowd_whenEachStepIsTakenAtEitherNode_thenPeopleAreLetInOnceInOrderWithinTheCapacity() throws Exception {
        List<CouponRoom> both = newRoom(PEOPLE, ",\"capacity\":5,\"admitPerMinute\":1000");
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<Boolean>> stories = new ArrayList<>();
            for (int number = 0; number < PEOPLE; number++) {
                String user = "guest-" + number;
                CouponRoom one = both.get(number % 2);
                CouponRoom other = both.get(1 - number % 2);
                stories.add(threads.submit(() -> {
                    assertThat(one.exchange(one.enter(user)).status()).isEqualTo(201);
                    assertThat(other.exchange(other.enter(user)).status()).isEqualTo(200);
                    String admission = one.awaitAdmission(user);
                    Response issued = other.exchange(other.publish(user, admission));
                    assertThat(issued.status()).as(issued.body()).isEqualTo(201);
                    return true;
                }));
            }
            for (Future<Boolean> story : stories) {
                assertThat(story.get()).isTrue();
            }
        }
        RoomHistory history = history(both.getFirst());
        assertThat(history.entered()).doesNotHaveDuplicates().hasSize(PEOPLE);
        assertThat(history.admitted()).isEqualTo(history.entered());
        assertThat(history.mostActive()).isEqualTo(5);
    }

    @Test
    void givenMoreWhoWaitThanAMinuteLetsIn_whenBothNodesLookAgainAndAgain_thenNobodyMoreIsLetIn() {
        List<CouponRoom> both = newRoom(PEOPLE, ",\"capacity\":1000,\"admitPerMinute\":10");
        Load.Result entered = Load.run(
                nodes.get(0).port(),
                CONNECTIONS,
                PEOPLE,
                number -> both.getFirst().enter("guest-" + number));
        assertThat(entered.count(201)).isEqualTo(PEOPLE);

        for (int limit : List.of(10, 25)) {
            both.getLast().change("\"admitPerMinute\":" + limit);
            both.forEach(room -> room.awaitState("admittedTotal", limit));
            Awaitility.await()
                    .during(LOOKS)
                    .atMost(LOOKS.multipliedBy(3))
                    .until(() -> history(both.getFirst()).admitted().size() == limit);
        }
        both.forEach(room -> {
            room.awaitState("admittedTotal", 25);
            room.awaitState("waiting", PEOPLE - 25);
        });
    }

    @Test
    void givenAnAdmissionOfOneNode_whenItsPlaceEndsAtTheOther_thenTheFirstRefusesItWithinASecond() {
        List<CouponRoom> both = newRoom(PEOPLE, ",\"capacity\":5,\"admitPerMinute\":1000");
        for (int i = 0; i < 2; i++) {
            CouponRoom one = both.get(i);
            CouponRoom other = both.get(1 - i);
            String leaves = "leaves-" + i;
            String buys = "buys-" + i;
            for (String user : List.of(leaves, buys)) {
                assertThat(one.exchange(one.enter(user)).status()).isEqualTo(201);
            }
            String ofLeaves = other.awaitAdmission(leaves);
            String ofBuys = one.awaitAdmission(buys);

            assertThat(one.exchange(one.publish(leaves, ofBuys)).code()).isEqualTo("ADMISSION_INVALID");
            assertThat(other.exchange(other.publish(buys, ofBuys)).status()).isEqualTo(201);
            assertRefusedSoon(one, buys, ofBuys);
            assertThat(other.exchange(other.leave(leaves)).status()).isEqualTo(200);
            Awaitility.await().atMost(SOON).until(() -> CouponRoom.is("LEFT", one.place(leaves)));
            assertRefusedSoon(one, leaves, ofLeaves);
            assertRefusedSoon(other, leaves, ofLeaves);
        }
    }

    private static void assertRefusedSoon(CouponRoom room, String user, String admission) {
        Awaitility.await()
                .atMost(SOON)
                .until(
                        () -> room.exchange(room.publish(user, admission)).code(),
                        code -> code.equals("ADMISSION_EXPIRED"));
    }
}
