package io.firstcome.axon.commandbus;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RejectedException;
import io.firstcome.contract.RejectionCode;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponClosed;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** An aggregate for tests of the bus: it issues numbers, and can be told to refuse, to fail, or to break its contract. */
@AggregateRoot(type = CouponId.TYPE)
public class Ticket {

    /** How a handler behaves. */
    public enum Manner {
        ISSUE,
        REFUSE,
        /** Refuses this one, and every other one as long as nothing happens. */
        END,
        FAIL_AFTER_APPLY,
        REFUSE_AFTER_APPLY
    }

    /** Asks for a number. */
    public record Take(@TargetAggregateIdentifier CouponId couponId, String userId, Manner manner)
            implements AggregateCommand {
        public static Take by(CouponId couponId, String userId) {
            return new Take(couponId, userId, Manner.ISSUE);
        }

        @Override
        public String aggregateId() {
            return couponId.toString();
        }

        @Override
        public RejectionCode whenUnknown() {
            return Code.UNKNOWN;
        }
    }

    /** Asks how many numbers were issued: a decision that writes nothing. */
    public record Count(@TargetAggregateIdentifier CouponId couponId) implements AggregateCommand {
        @Override
        public String aggregateId() {
            return couponId.toString();
        }

        @Override
        public RejectionCode whenUnknown() {
            return Code.UNKNOWN;
        }
    }

    /** Asks an aggregate that must exist. */
    public record Close(@TargetAggregateIdentifier CouponId couponId) implements AggregateCommand {
        @Override
        public String aggregateId() {
            return couponId.toString();
        }

        @Override
        public RejectionCode whenUnknown() {
            return Code.UNKNOWN;
        }
    }

    /** The published codes of this test. */
    public enum Code implements RejectionCode {
        REFUSED(Kind.CONFLICT),
        ENDED(Kind.CONFLICT),
        UNKNOWN(Kind.NOT_FOUND);

        private final Meaning meaning;

        Code(Kind kind) {
            meaning = new Meaning(kind, name());
        }

        @Override
        public Meaning meaning() {
            return meaning;
        }
    }

    @AggregateIdentifier
    private @Nullable CouponId couponId;

    private int issued;

    public Ticket() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    public CouponIssued handle(Take command) {
        if (command.manner() == Manner.REFUSE) {
            throw new RejectedException(Code.REFUSED);
        }
        if (command.manner() == Manner.END) {
            throw new RejectedException(Code.ENDED, other -> other instanceof Take ? Code.ENDED : null);
        }
        CouponIssued event = new CouponIssued(
                command.couponId(), new UserId(command.userId()), issued + 1, Instant.EPOCH, Instant.EPOCH);
        apply(event);
        return switch (command.manner()) {
            case REFUSE_AFTER_APPLY -> throw new RejectedException(Code.REFUSED);
            case FAIL_AFTER_APPLY -> throw new IllegalStateException("a bug");
            default -> event;
        };
    }

    @CommandHandler
    public void handle(Close command) {
        apply(new CouponClosed(command.couponId(), "Test", Instant.EPOCH));
    }

    @CommandHandler
    public int handle(Count command) {
        return issued;
    }

    @EventSourcingHandler
    public void on(CouponIssued event) {
        couponId = event.couponId();
        issued = event.serial();
    }

    public @Nullable CouponId couponId() {
        return couponId;
    }
}
