package io.firstcome.commandnode.routing;

import io.firstcome.contract.AggregateCommand;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.distributed.ConsistentHash;
import org.axonframework.commandhandling.distributed.Member;
import org.axonframework.commandhandling.distributed.commandfilter.CommandNameFilter;

/**
 * Which member owns which aggregate, by a consistent hash of its id. Members that know of the same members agree without asking each
 * other; when one comes or goes, only what is its own moves.
 */
final class CommandRing {

    /** Places of a member on the ring: enough that the shares are about equal. */
    private static final int PLACES = 128;

    private final Member self;
    private final ConsistentHash hash;
    private final boolean alone;

    private CommandRing(Member self, ConsistentHash hash, boolean alone) {
        this.self = self;
        this.hash = hash;
        this.alone = alone;
    }

    /** Without a group: this node owns all. */
    static CommandRing alone(Member self) {
        return new CommandRing(self, new ConsistentHash(), true);
    }

    /** @param members with the names of the commands that each handles */
    static CommandRing of(Member self, Map<Member, Set<String>> members) {
        if (members.isEmpty() || members.keySet().equals(Set.of(self))) {
            return alone(self);
        }
        ConsistentHash hash = new ConsistentHash();
        for (Map.Entry<Member, Set<String>> member : members.entrySet()) {
            hash = hash.with(member.getKey(), PLACES, new CommandNameFilter(member.getValue()));
        }
        return new CommandRing(self, hash, false);
    }

    /** This node, when no member handles the command. */
    Member ownerOf(CommandMessage<?> command) {
        return !alone && command.getPayload() instanceof AggregateCommand known
                ? hash.getMember(known.aggregateId(), command).orElse(self)
                : self;
    }
}
