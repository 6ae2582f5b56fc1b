package io.firstcome.command.coupon.domain;

import io.firstcome.events.UserId;
import java.util.ArrayList;
import java.util.List;

/**
 * How many pieces each user has: one set of users for the first piece, one for the second, and so on.
 *
 * <p>A campaign with the usual limit of one has one set. Nothing is ever taken out.
 */
final class Holders {

    private final List<UserSet> layers;

    Holders() {
        this(List.of());
    }

    Holders(List<UserSet> layers) {
        this.layers = new ArrayList<>(layers);
    }

    int count(UserId user) {
        int count = 0;
        while (count < layers.size() && layers.get(count).contains(user)) {
            count++;
        }
        return count;
    }

    void add(UserId user) {
        int count = count(user);
        if (count == layers.size()) {
            layers.add(new UserSet());
        }
        layers.get(count).add(user);
    }

    List<UserSet> layers() {
        return layers;
    }
}
