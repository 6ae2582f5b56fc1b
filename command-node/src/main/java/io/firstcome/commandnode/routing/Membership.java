package io.firstcome.commandnode.routing;

import io.firstcome.commandnode.routing.Packet.Hello;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.commandhandling.distributed.SimpleMember;
import org.jgroups.Address;
import org.jgroups.util.Util;
import org.jspecify.annotations.Nullable;

/** Who is in the group by the last view, what each of them handles, and so who owns which aggregate. */
final class Membership {

    private static final Member NO_GROUP =
            new SimpleMember<>("alone", "alone", SimpleMember.LOCAL_MEMBER, member -> {});

    private final Map<Address, Hello> hellos = new HashMap<>();
    private @Nullable Address self;
    private volatile Set<Address> members = Set.of();
    private volatile CommandRing ring = CommandRing.alone(NO_GROUP);

    Member ownerOf(CommandMessage<?> command) {
        return ring.ownerOf(command);
    }

    /** The members of the last view, this node among them; none while it has left or not joined yet. */
    Set<Address> members() {
        return members;
    }

    /** A new view of the group. */
    synchronized void view(Address ownAddress, Set<Address> inView) {
        self = ownAddress;
        hellos.keySet().retainAll(inView);
        members = Set.copyOf(inView);
        update();
    }

    /** What a member handles. It is asked for commands from now on, or from the view on that it is in. */
    synchronized void hello(Address member, Hello hello) {
        if (!hello.equals(hellos.put(member, hello))) {
            update();
        }
    }

    /** This node is not in the group any more. */
    synchronized void left() {
        hellos.clear();
        self = null;
        members = Set.of();
        ring = CommandRing.alone(NO_GROUP);
    }

    private void update() {
        Address own = self;
        if (own != null) {
            ring = CommandRing.of(
                    member(own, own),
                    hellos.entrySet().stream()
                            .filter(hello -> members.contains(hello.getKey())
                                    && !hello.getValue().leaving())
                            .collect(Collectors.toMap(
                                    hello -> member(hello.getKey(), own),
                                    hello -> hello.getValue().commands())));
        }
    }

    private static Member member(Address address, Address own) {
        return new SimpleMember<>(Util.addressToString(address), address, address.equals(own), member -> {});
    }
}
