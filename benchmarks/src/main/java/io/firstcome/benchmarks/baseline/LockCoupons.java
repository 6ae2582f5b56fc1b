package io.firstcome.benchmarks.baseline;

import io.firstcome.contract.CouponErrorCode;
import io.firstcome.web.problem.ProblemCode;
import io.firstcome.web.problem.ProblemException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RLock;
import org.redisson.api.RedissonClient;
import org.redisson.config.Config;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.persistence.autoconfigure.EntityScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.PropertySource;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Redisson's lock on the campaign; inside, one transaction that updates the campaign's row and inserts the piece's.
 *
 * <p>The commit comes before the unlock, or two would get the same serial.
 */
final class LockCoupons implements Coupons {

    private static final long WAIT_SECONDS = 10;
    private static final long LEASE_SECONDS = 10;

    private final RedissonClient redisson;
    private final EntityManager entities;
    private final TransactionTemplate transactions;

    LockCoupons(RedissonClient redisson, EntityManager entities, TransactionTemplate transactions) {
        this.redisson = redisson;
        this.entities = entities;
        this.transactions = transactions;
    }

    @Override
    public void create(String couponId, int quantity) {
        transactions.executeWithoutResult(status -> entities.persist(new Campaign(couponId, quantity)));
    }

    @Override
    public Piece issue(String couponId, String userId) {
        RLock lock = redisson.getLock("campaign:" + couponId);
        if (!locked(lock)) {
            throw ProblemException.of(ProblemCode.UNAVAILABLE, "The lock was not had in time.");
        }
        try {
            return Objects.requireNonNull(transactions.execute(status -> decide(couponId, userId)));
        } finally {
            if (lock.isHeldByCurrentThread()) {
                lock.unlock();
            }
        }
    }

    private static boolean locked(RLock lock) {
        try {
            return lock.tryLock(WAIT_SECONDS, LEASE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Piece decide(String couponId, String userId) {
        @Nullable Campaign campaign = entities.find(Campaign.class, couponId);
        if (campaign == null) {
            throw ProblemException.of(CouponErrorCode.COUPON_NOT_FOUND, null);
        }
        long pieces = entities.createQuery(
                        "SELECT COUNT(p) FROM IssuedPiece p WHERE p.campaignId = :campaign AND p.userId = :user",
                        Long.class)
                .setParameter("campaign", couponId)
                .setParameter("user", userId)
                .getSingleResult();
        if (pieces > 0) {
            throw ProblemException.of(CouponErrorCode.COUPON_ALREADY_ISSUED, null);
        }
        if (campaign.isSoldOut()) {
            throw ProblemException.of(CouponErrorCode.COUPON_SOLD_OUT, null);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Piece piece = new Piece(campaign.issueNext(), now, now.plus(VALID_DAYS, ChronoUnit.DAYS));
        entities.persist(new IssuedPiece(couponId, userId, piece));
        return piece;
    }

    @Override
    public Stored stored(String couponId) {
        Object[] row = entities.createQuery(
                        "SELECT COUNT(p), COUNT(DISTINCT p.serial), COALESCE(MAX(p.serial), 0), COUNT(DISTINCT"
                                + " p.userId) FROM IssuedPiece p WHERE p.campaignId = :campaign",
                        Object[].class)
                .setParameter("campaign", couponId)
                .getSingleResult();
        return new Stored(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    /** Chosen by {@code firstcome.baseline=lock}; JPA and the pool are Spring Boot's. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnProperty(name = "firstcome.baseline", havingValue = "lock")
    @EntityScan(basePackageClasses = Campaign.class)
    @PropertySource("classpath:lock.properties")
    static class Configuration {

        @Bean(destroyMethod = "shutdown")
        RedissonClient redisson(@Value("${firstcome.baseline.redis-port}") int port) {
            Config config = new Config();
            config.useSingleServer().setAddress("redis://127.0.0.1:" + port);
            return Redisson.create(config);
        }

        @Bean
        Coupons coupons(
                RedissonClient redisson, EntityManagerFactory factory, PlatformTransactionManager transactionManager) {
            return new LockCoupons(
                    redisson,
                    SharedEntityManagerCreator.createSharedEntityManager(factory),
                    new TransactionTemplate(transactionManager));
        }
    }
}
