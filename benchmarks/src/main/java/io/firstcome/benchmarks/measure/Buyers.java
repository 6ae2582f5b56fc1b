package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.load.Users;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.system.Ours;
import java.util.ArrayList;
import java.util.List;

/** Customers with points who order one piece and pay for it. */
final class Buyers {

    private static final int LONG_ENOUGH_SECONDS = 600;
    private static final int CHARGING_CONNECTIONS = 32;
    /** No more than a customer may buy in a month. */
    private static final int MOST_TRIES = 2;

    private final Session session;
    private final Ours ours;
    private final Users users;

    Buyers(Session session, Ours ours, int count) {
        this.session = session;
        this.ours = ours;
        String prefix = session.newName("buyer") + "-";
        this.users = Users.write(session.home().work().resolve(prefix + "users.txt"), prefix, count);
    }

    /** Gives each of them points. A system that has just started may say that it is overloaded: then all are charged again. */
    void charge() {
        WrkResult charged;
        int tries = 0;
        do {
            List<String> who = List.of(users.file().toString());
            charged = session.wrk().run(ours.port(), "charge.lua", CHARGING_CONNECTIONS, LONG_ENOUGH_SECONDS, who);
            tries++;
        } while (charged.refused() + charged.broken() > 0 && tries < MOST_TRIES);
        if (charged.refused() + charged.broken() > 0) {
            throw new IllegalStateException("Not all buyers could be charged: " + charged);
        }
        ours.settle();
    }

    /**
     * They order and pay, the products in turn.
     *
     * @param most after so many orders it ends, whatever time is left
     */
    WrkResult buy(int connections, int seconds, int most, List<String> products) {
        List<String> arguments =
                new ArrayList<>(List.of(users.file().toString(), Tokens.OPERATOR, Integer.toString(most)));
        arguments.addAll(products);
        return session.wrk().run(ours.port(), "orders.lua", connections, seconds, arguments);
    }
}
