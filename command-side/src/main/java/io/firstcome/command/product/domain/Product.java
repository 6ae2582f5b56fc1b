package io.firstcome.command.product.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.firstcome.command.product.api.ProductCommand.CreateProduct;
import io.firstcome.command.product.api.ProductCommand.WithdrawProduct;
import io.firstcome.contract.ProductErrorCode;
import io.firstcome.contract.RejectedException;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.product.SkuTerms;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/** A product of the catalogue. How much of it there is, and who may have it, is decided by its stock. */
@Revision("1")
@AggregateRoot(type = ProductId.TYPE)
public final class Product {

    @AggregateIdentifier
    private @Nullable ProductId productId;

    private boolean withdrawn;

    /** For Axon, which then replays the events. */
    Product() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    ProductCreated handle(CreateProduct command) {
        if (productId != null) {
            throw new RejectedException(ProductErrorCode.PRODUCT_EXISTS);
        }
        ProductCreated created = new ProductCreated(
                command.productId(),
                command.name(),
                command.skus().stream().mapToLong(SkuTerms::price).min().orElseThrow(),
                command.category(),
                command.description(),
                command.images(),
                command.skus(),
                command.saleFrom(),
                command.saleUntil(),
                command.limitPerUser(),
                command.at());
        apply(created);
        return created;
    }

    @CommandHandler
    ProductWithdrawn handle(WithdrawProduct command) {
        if (withdrawn) {
            throw new RejectedException(ProductErrorCode.PRODUCT_WITHDRAWN);
        }
        ProductWithdrawn withdrawal = new ProductWithdrawn(command.productId(), command.at());
        apply(withdrawal);
        return withdrawal;
    }

    @EventSourcingHandler
    void on(ProductCreated event) {
        productId = event.productId();
    }

    @EventSourcingHandler
    void on(ProductWithdrawn event) {
        withdrawn = true;
    }
}
