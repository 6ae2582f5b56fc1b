package io.firstcome.command.product.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

import io.firstcome.axon.commandbus.CommandMetaData;
import io.firstcome.axon.commandbus.CommandNotAcceptedException;
import io.firstcome.command.product.api.ProductCommand.CreateProduct;
import io.firstcome.command.product.api.ProductCommand.WithdrawProduct;
import io.firstcome.command.rejection.RejectionCounts;
import io.firstcome.command.rest.Commands;
import io.firstcome.command.stock.api.StockCommand;
import io.firstcome.command.stock.api.StockCommand.CloseSale;
import io.firstcome.command.stock.api.StockCommand.OpenStock;
import io.firstcome.contract.ProductErrorCode;
import io.firstcome.contract.Rejection;
import io.firstcome.events.product.ProductEvent.ProductCreated;
import io.firstcome.events.product.ProductEvent.ProductWithdrawn;
import io.firstcome.events.product.ProductId;
import io.firstcome.events.stock.StockId;
import io.firstcome.web.idempotency.IdempotentRequest;
import io.firstcome.web.problem.ProblemException;
import io.firstcome.web.security.Caller;
import io.firstcome.web.security.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.mockito.Mockito;
import org.springframework.http.ResponseEntity;

/** One request, two commands: to the product, and to its stock, also when the first was answered before. */
class ProductCommandControllerTest {

    private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR), null);
    private static final IdempotentRequest KEY = new IdempotentRequest("key", new byte[] {1});
    private static final CreateProductRequest MUG =
            new CreateProductRequest("mug", "Mug", 12_000L, 7, null, null, null, null, null, null, null);

    private final List<CommandMessage<?>> sent = new ArrayList<>();
    private boolean replayed;
    private boolean refused;
    private boolean stockOverloaded;

    @Test
    void givenBody_whenCreated_thenTheStockIsOpenedAndTheVersionIsTheProducts() {
        ResponseEntity<ProductResponse> answer = controller().createProduct(MUG, OPERATOR, KEY);

        assertThat(answer.getStatusCode().value()).isEqualTo(201);
        assertThat(answer.getHeaders().getETag()).isEqualTo("\"0\"");
        assertThat(payloads().get(0)).isInstanceOf(CreateProduct.class);
        assertThat(payloads().get(1))
                .isInstanceOfSatisfying(
                        OpenStock.class, open -> assertThat(open.stockId()).isEqualTo(new StockId("mug")));
    }

    /** The key has the answer of the first command, so the second must not ask for it. */
    @Test
    void givenKey_whenCreated_thenOnlyTheFirstCommandHasIt() {
        controller().createProduct(MUG, OPERATOR, KEY);

        assertThat(sent.get(0).getMetaData()).containsKey(CommandMetaData.IDEMPOTENCY_KEY);
        assertThat(sent.get(1).getMetaData()).doesNotContainKey(CommandMetaData.IDEMPOTENCY_KEY);
    }

    @Test
    void givenReplayedAnswer_whenCreated_thenTheStockIsOpenedAllTheSame() {
        replayed = true;
        ResponseEntity<ProductResponse> answer = controller().createProduct(MUG, OPERATOR, KEY);

        assertThat(answer.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
        assertThat(payloads()).hasSize(2);
    }

    @Test
    void givenRefusal_whenCreated_thenTheStockIsLeftAlone() {
        refused = true;

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> controller().createProduct(MUG, OPERATOR, null))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("PRODUCT_EXISTS"));
        assertThat(payloads()).hasSize(1);
    }

    /** The product is there, so 503 "nothing was done" would be false; {@code ProductListing} opens the stock. */
    @Test
    void givenStockThatIsNotTaken_whenCreatedAndWithdrawn_thenTheAnswerIsTheProducts() {
        stockOverloaded = true;

        assertThat(controller()
                        .createProduct(MUG, OPERATOR, KEY)
                        .getStatusCode()
                        .value())
                .isEqualTo(201);
        assertThat(controller()
                        .withdrawProduct("mug", OPERATOR, KEY)
                        .getStatusCode()
                        .value())
                .isEqualTo(200);
        assertThat(payloads()).hasSize(4);
    }

    @Test
    void givenProduct_whenWithdrawn_thenItsSaleIsClosed() {
        ResponseEntity<WithdrawProductResponse> answer = controller().withdrawProduct("mug", OPERATOR, null);

        assertThat(answer.getBody()).isEqualTo(new WithdrawProductResponse("mug", NOW));
        assertThat(payloads())
                .containsExactly(
                        new WithdrawProduct(new ProductId("mug"), NOW), new CloseSale(new StockId("mug"), NOW));
    }

    private List<Object> payloads() {
        return sent.stream().<Object>map(CommandMessage::getPayload).toList();
    }

    private ProductCommandController controller() {
        CommandBus bus = mock(CommandBus.class, Mockito.withSettings().defaultAnswer(call -> {
            if (call.getMethod().getName().equals("dispatch") && call.getArguments().length == 2) {
                answer(call.getArgument(0), call.getArgument(1));
                return null;
            }
            return Answers.RETURNS_DEFAULTS.answer(call);
        }));
        return new ProductCommandController(
                new Commands(bus, mock(RejectionCounts.class)), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private void answer(CommandMessage<Object> command, CommandCallback<Object, Object> callback) {
        sent.add(command);
        MetaData metaData = replayed
                ? MetaData.from(Map.of(CommandMetaData.VERSION, 0L, CommandMetaData.REPLAYED, true))
                : MetaData.from(Map.of(CommandMetaData.VERSION, 0L));
        if (stockOverloaded && command.getPayload() instanceof StockCommand) {
            CommandNotAcceptedException overloaded =
                    new CommandNotAcceptedException(CommandNotAcceptedException.Reason.OVERLOADED);
            callback.onResult(command, new GenericCommandResultMessage<>(overloaded, metaData));
        } else if (refused) {
            ProductErrorCode exists = ProductErrorCode.PRODUCT_EXISTS;
            Rejection code = new Rejection(exists.name(), exists.kind(), exists.title());
            callback.onResult(
                    command,
                    new GenericCommandResultMessage<>(
                            new CommandExecutionException(code.title(), null, code, false), metaData));
        } else {
            callback.onResult(command, new GenericCommandResultMessage<>(result(command.getPayload()), metaData));
        }
    }

    private static Object result(Object command) {
        return switch (command) {
            case CreateProduct create ->
                new ProductCreated(
                        create.productId(),
                        create.name(),
                        12_000,
                        null,
                        null,
                        List.of(),
                        create.skus(),
                        null,
                        null,
                        null,
                        create.at());
            case WithdrawProduct withdraw -> new ProductWithdrawn(withdraw.productId(), withdraw.at());
            default -> "nothing";
        };
    }
}
