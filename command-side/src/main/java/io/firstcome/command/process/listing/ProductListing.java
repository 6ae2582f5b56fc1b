package io.firstcome.command.process.listing;

import io.firstcome.command.process.ProcessCommands;
import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.EventHandler;

/**
 * Opens the stock of each product and ends its sale when the product is withdrawn.
 *
 * <p>The endpoints do the same at once, so that a product can be ordered when its creation is answered. This process sees
 * to it when they did not come that far; said twice, the stock does nothing.
 */
@ProcessingGroup(ProductListing.GROUP)
@DisallowReplay
public final class ProductListing {

    /** The processing group, and the name of its processor. */
    public static final String GROUP = "product-listing";

    private final ProcessCommands steps;

    public ProductListing(ProcessCommands steps) {
        this.steps = steps;
    }

    @EventHandler
    void on(ProductCreated event) {
        steps.send(new OpenStock(event));
    }

    @EventHandler
    void on(ProductWithdrawn event) {
        steps.send(new CloseSale(event));
    }
}
