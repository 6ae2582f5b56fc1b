package io.firstcome.command;

import io.firstcome.command.concert.api.ConcertCommand;
import io.firstcome.command.concert.api.DateCommand;
import io.firstcome.command.coupon.api.CouponCommand;
import io.firstcome.command.order.api.OrderCommand;
import io.firstcome.command.payment.api.PaymentCommand;
import io.firstcome.command.product.api.ProductCommand;
import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.command.waitingroom.api.RoomCommand;
import io.firstcome.command.waitingroom.api.RoomDirectoryCommand;
import io.firstcome.command.wallet.api.WalletCommand;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** All commands: one sealed interface per aggregate. */
final class CommandFamilies {

    private static final List<Class<?>> ALL = List.of(
            CouponCommand.class,
            ProductCommand.class,
            StockCommand.class,
            OrderCommand.class,
            PaymentCommand.class,
            WalletCommand.class,
            ConcertCommand.class,
            DateCommand.class,
            RoomDirectoryCommand.class,
            RoomCommand.class);

    private CommandFamilies() {}

    /** The command classes of all families. */
    static Stream<Class<?>> commandTypes() {
        return ALL.stream().flatMap(family -> Arrays.stream(family.getPermittedSubclasses()));
    }
}
