package io.firstcome.command.stock.domain;

import io.firstcome.contract.RejectedException;
import io.firstcome.contract.StockErrorCode;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.matchers.Matchers;
import org.hamcrest.Matcher;

/** Given-when-then on the stock. */
final class Fixtures {

    private Fixtures() {}

    static FixtureConfiguration<Stock> stock() {
        return new AggregateTestFixture<>(Stock.class);
    }

    /** Expects the rejection of exactly this code. */
    static Matcher<Throwable> refusal(StockErrorCode code) {
        return Matchers.matches(thrown -> thrown instanceof RejectedException rejection && rejection.code() == code);
    }
}
