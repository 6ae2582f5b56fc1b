package io.firstcome.command.stock.domain;

import io.firstcome.events.stock.HoldRefusal;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** The rules of holding pieces for an order, in the order in which a rejection is told. */
enum HoldRule {
    OPTIONS_EXIST(HoldRefusal.SKU_NOT_FOUND, Stock::hasOptionsOf),
    SALE_IS_OPEN(HoldRefusal.SALE_NOT_OPEN, Stock::isSaleOpenFor),
    PRE_ORDER_IS_OPEN(HoldRefusal.PRE_ORDER_NOT_OPEN, Stock::isPreOrderOpenFor),
    /** Before OUT_OF_STOCK: who has theirs already is told so, not that they came too late. */
    WITHIN_USER_LIMIT(HoldRefusal.LIMIT_PER_USER, Stock::isWithinLimitOf),
    PIECES_LEFT(HoldRefusal.OUT_OF_STOCK, Stock::hasPiecesFor);

    private static final HoldRule[] ALL = values();

    private final HoldRefusal refusal;

    @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
    private final BiPredicate<Stock, HoldRequest> holds;

    HoldRule(HoldRefusal refusal, BiPredicate<Stock, HoldRequest> holds) {
        this.refusal = refusal;
        this.holds = holds;
    }

    /** The rejection of the first rule that does not hold; null when all do. */
    static @Nullable HoldRefusal refusalOf(Stock stock, HoldRequest wanted) {
        for (HoldRule rule : ALL) {
            if (!rule.holds.test(stock, wanted)) {
                return rule.refusal;
            }
        }
        return null;
    }
}
