package io.firstcome.command.stock.domain;

import io.firstcome.command.stock.api.StockCommand;

/** Something that decides on commands to a stock: the aggregate, or a model to compare it with. */
interface Stocks {

    Outcome send(StockCommand command);
}
