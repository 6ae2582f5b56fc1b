package io.firstcome.command.product.api;

import io.firstcome.contract.AggregateCommand;
import io.firstcome.contract.RefusalCode;
import io.firstcome.events.product.ProductId;

/** A command to one product. */
public sealed interface ProductCommand extends AggregateCommand permits CreateProduct, WithdrawProduct {

    ProductId productId();

    @Override
    default String aggregateId() {
        return productId().toString();
    }

    @Override
    default RefusalCode whenUnknown() {
        return ProductErrorCode.PRODUCT_NOT_FOUND;
    }
}
