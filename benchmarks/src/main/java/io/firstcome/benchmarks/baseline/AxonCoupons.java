package io.firstcome.benchmarks.baseline;

import io.firstcome.command.coupon.api.CouponCommand.CreateCoupon;
import io.firstcome.command.coupon.api.CouponCommand.IssueCoupon;
import io.firstcome.contract.CouponErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.UserId;
import io.firstcome.events.coupon.CouponEvent.CouponIssued;
import io.firstcome.events.coupon.CouponId;
import io.firstcome.events.coupon.Discount;
import io.firstcome.web.problem.ProblemException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/** Our coupon aggregate on Axon as it comes: one command, one lock on the aggregate, one commit. */
final class AxonCoupons implements Coupons {

    private final CommandGateway commands;
    private final EventStore events;

    AxonCoupons(CommandGateway commands, EventStore events) {
        this.commands = commands;
        this.events = events;
    }

    @Override
    public void create(String couponId, int quantity) {
        Discount discount = new Discount(Discount.Type.FIXED, 1_000, null);
        commands.sendAndWait(new CreateCoupon(
                new CouponId(couponId), "bench", quantity, discount, 0, null, null, VALID_DAYS, 1, null, now()));
    }

    @Override
    public Piece issue(String couponId, String userId) {
        try {
            CouponIssued issued =
                    commands.sendAndWait(new IssueCoupon(new CouponId(couponId), new UserId(userId), null, now()));
            return new Piece(Objects.requireNonNull(issued).serial(), issued.issuedAt(), issued.expiresAt());
        } catch (RejectedException rejection) {
            throw ProblemException.of(rejection.code(), null);
        } catch (AggregateNotFoundException unknown) {
            throw ProblemException.of(CouponErrorCode.COUPON_NOT_FOUND, null);
        } catch (CommandExecutionException failed) {
            throw new IllegalStateException("A command failed", failed);
        }
    }

    @Override
    public Stored stored(String couponId) {
        Set<Integer> serials = new HashSet<>();
        Set<UserId> users = new HashSet<>();
        int[] pieces = {0, 0};
        events.readEvents(new CouponId(couponId).toString(), 0).forEachRemaining(event -> {
            if (event.getPayload() instanceof CouponIssued issued) {
                pieces[0]++;
                pieces[1] = Math.max(pieces[1], issued.serial());
                serials.add(issued.serial());
                users.add(issued.userId());
            }
        });
        return new Stored(pieces[0], serials.size(), pieces[1], users.size());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /** Chosen by {@code firstcome.baseline=axon}. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "firstcome.baseline", havingValue = "axon")
    static class Configuration {

        @Bean(destroyMethod = "close")
        StockAxon stockAxon(
                @Value("${spring.datasource.url}") String url,
                @Value("${spring.datasource.username}") String username,
                @Value("${spring.datasource.password}") String password,
                @Value("${firstcome.baseline.cached-aggregates:100000}") int cachedAggregates) {
            return StockAxon.start(url, username, password, cachedAggregates);
        }

        @Bean
        Coupons coupons(StockAxon axon) {
            return new AxonCoupons(axon.commands(), axon.events());
        }
    }
}
