package io.firstcome.standalone;

import static io.firstcome.standalone.GeneratedClients.USER;
import static io.firstcome.standalone.GeneratedClients.auditor;
import static io.firstcome.standalone.GeneratedClients.client;
import static io.firstcome.standalone.GeneratedClients.customer;
import static io.firstcome.standalone.GeneratedClients.header;
import static io.firstcome.standalone.GeneratedClients.newCoupon;
import static io.firstcome.standalone.GeneratedClients.newProduct;
import static io.firstcome.standalone.GeneratedClients.operator;
import static io.firstcome.standalone.GeneratedClients.order;
import static io.firstcome.standalone.GeneratedClients.publish;
import static io.firstcome.standalone.GeneratedClients.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.example.client.ApiClient;
import org.example.client.ApiException;
import org.example.client.ApiResponse;
import org.example.client.api.AuditApi;
import org.example.client.api.CouponApi;
import org.example.client.api.OrderApi;
import org.example.client.api.PaymentApi;
import org.example.client.api.ProcessorApi;
import org.example.client.api.ProductApi;
import org.example.client.api.UserApi;
import org.example.client.model.AuditEvent;
import org.example.client.model.AuditPage;
import org.example.client.model.CouponViewResponse;
import org.example.client.model.Id;
import org.example.client.model.OrderStatusStep;
import org.example.client.model.OrderViewResponse;
import org.example.client.model.PageProcessorStatus;
import org.example.client.model.PayOrderRequest;
import org.example.client.model.PayOrderResponse;
import org.example.client.model.PlaceOrderResponse;
import org.example.client.model.PointsResponse;
import org.example.client.model.Problem;
import org.example.client.model.ProcessorStatus;
import org.example.client.model.PublishCouponRequest;
import org.example.client.model.PublishCouponResponse;
import org.example.client.model.Rebuild;
import org.example.client.model.StockViewResponse;
import org.junit.jupiter.api.Test;

/** The calls of README and tour by a client that is generated from {@code docs/openapi.json} and knows nothing else. */
class GeneratedClientIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void givenCustomer_whenCouponIsTaken_thenItIsReadAndRefusedTheSecondTime() throws Exception {
        String coupon = newCoupon(2);
        CouponApi coupons = new CouponApi(customer());

        ApiResponse<PublishCouponResponse> published =
                coupons.publishCouponWithHttpInfo(publish(coupon, USER), null, null);
        PublishCouponResponse piece = published.getData();

        assertThat(published.getStatusCode()).isEqualTo(201);
        assertThat(header(published, "ETag")).isEqualTo("\"1\"");
        assertThat(piece.getSerial()).isEqualTo(1);
        assertThat(piece.getUserId()).isEqualTo(USER);
        assertThat(Duration.between(piece.getIssuedAt(), piece.getExpiresAt())).isEqualTo(Duration.ofDays(10));
        CouponViewResponse view = coupons.findCoupon(coupon, 1L, null);
        assertThat(view.getRemaining()).isEqualTo(1);
        assertThat(view.getStatus()).isEqualTo(CouponViewResponse.StatusEnum.OPEN);
        assertThat(view.getDiscount().getValue()).isEqualTo(1_000);
        assertThat(view.getClosedAt()).isNull();
        Problem problem = refusal(409, () -> coupons.publishCoupon(publish(coupon, USER), null, null));
        assertThat(problem.getCode()).isEqualTo(Problem.CodeEnum.COUPON_ALREADY_ISSUED);
        assertThat(problem.getInstance()).isEqualTo("/api/v1/coupon/publish");
    }

    @Test
    void givenCouponAndProduct_whenOrderedAndPaid_thenTheOrderTellsItsHistory() throws Exception {
        String coupon = newCoupon(1);
        String product = newProduct(100);
        ApiClient customer = customer();
        new CouponApi(customer).publishCoupon(publish(coupon, USER), null, null);
        long before = new UserApi(customer).findPoints(USER, null, null, null).getBalance();

        PlaceOrderResponse placed = new OrderApi(customer).placeOrder(order(USER, product, 2), null, null);
        PayOrderResponse payment = new PaymentApi(customer)
                .payOrder(
                        new PayOrderRequest()
                                .orderId(new Id(placed.getOrderId()))
                                .couponId(new Id(coupon)),
                        null);

        assertThat(placed.getStatus()).isEqualTo(PlaceOrderResponse.StatusEnum.AWAITING_PAYMENT);
        assertThat(placed.getAmount()).isEqualTo(30_000);
        assertThat(payment.getStatus()).isEqualTo(PayOrderResponse.StatusEnum.APPROVED);
        assertThat(payment.getDiscount()).isEqualTo(1_000);
        OrderViewResponse order = await().atMost(PATIENCE)
                .until(
                        () -> new OrderApi(customer).findOrder(placed.getOrderId(), null),
                        view -> view.getStatus() == OrderViewResponse.StatusEnum.PAID);
        assertThat(order.getPaid()).isEqualTo(29_000);
        assertThat(order.getRefund()).isNull();
        assertThat(order.getHistory())
                .extracting(OrderStatusStep::getStatus)
                .containsExactly(
                        OrderStatusStep.StatusEnum.PENDING,
                        OrderStatusStep.StatusEnum.AWAITING_PAYMENT,
                        OrderStatusStep.StatusEnum.PAID);
        StockViewResponse stock = await().atMost(PATIENCE)
                .until(() -> new ProductApi(client()).findStock(product, null, null), view -> view.getSold() == 2);
        assertThat(stock.getAvailable()).isEqualTo(98);
        assertThat(stock.getPreOrder()).isNull();
        PointsResponse points = await().atMost(PATIENCE)
                .until(
                        () -> new UserApi(customer).findPoints(USER, null, null, null),
                        wallet -> wallet.getBalance() == before - 29_000);
        assertThat(points.getHistory().getFirst().getOrderId()).isEqualTo(placed.getOrderId());
        assertThat(new PaymentApi(customer)
                        .findPayment(payment.getPaymentId(), null)
                        .getDeclinedBecause())
                .isNull();
    }

    @Test
    void givenIdempotencyKey_whenAskedAgain_thenTheAnswerIsTheSame() throws ApiException {
        CouponApi coupons = new CouponApi(customer());
        PublishCouponRequest request = publish(newCoupon(2), USER);
        String key = UUID.randomUUID().toString();

        ApiResponse<PublishCouponResponse> first = coupons.publishCouponWithHttpInfo(request, key, null);
        ApiResponse<PublishCouponResponse> second = coupons.publishCouponWithHttpInfo(request, key, null);

        assertThat(header(first, "Idempotency-Replayed")).isEmpty();
        assertThat(header(second, "Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.getStatusCode()).isEqualTo(201);
        assertThat(second.getData()).isEqualTo(first.getData());
    }

    @Test
    void givenSoldOutCoupon_whenReadByTheOperator_thenTheRefusalsAreCounted() throws Exception {
        String coupon = newCoupon(2);
        CouponApi coupons = new CouponApi(operator());
        for (int buyer = 1; buyer <= 2; buyer++) {
            assertThat(coupons.publishCoupon(publish(coupon, "rush-" + buyer), null, null)
                            .getSerial())
                    .isEqualTo(buyer);
        }

        Problem problem = refusal(409, () -> coupons.publishCoupon(publish(coupon, "rush-3"), null, null));

        assertThat(problem.getCode()).isEqualTo(Problem.CodeEnum.COUPON_SOLD_OUT);
        CouponViewResponse view = await().atMost(PATIENCE)
                .until(
                        () -> coupons.findCoupon(coupon, 2L, null),
                        read -> read.getRefusals() != null
                                && !read.getRefusals().isEmpty());
        assertThat(view.getStatus()).isEqualTo(CouponViewResponse.StatusEnum.SOLD_OUT);
        assertThat(view.getRefusals()).isEqualTo(Map.of("COUPON_SOLD_OUT", 1L));
    }

    @Test
    void givenAuditor_whenEventsAreRead_thenWhatIsStoredIsAnObject() throws ApiException {
        String coupon = newCoupon(3);
        ApiResponse<PublishCouponResponse> published =
                new CouponApi(customer()).publishCouponWithHttpInfo(publish(coupon, USER), null, null);
        AuditApi audit = new AuditApi(auditor());

        AuditPage first = audit.listEvents("coupon", coupon, null, null, null, null, null, 1);
        AuditPage last = audit.listEvents("coupon", coupon, null, null, null, null, first.getNext(), 100);

        assertThat(first.getItems()).extracting(AuditEvent::getType).containsExactly("CouponCreated");
        assertThat(first.getItems().getFirst().getPayload().get("discount"))
                .isEqualTo(Map.of("type", "FIXED", "value", 1_000));
        assertThat(last.getNext()).isNull();
        AuditEvent issued = last.getItems().getFirst();
        assertThat(issued.getType()).isEqualTo("CouponIssued");
        assertThat(issued.getSequence()).isEqualTo(1);
        assertThat(issued.getPayload()).containsEntry("userId", USER).containsEntry("serial", 1);
        assertThat(issued.getMetadata()).containsEntry("traceId", header(published, "X-Trace-Id"));
        assertThat(audit.findEventHead().getPosition()).isGreaterThanOrEqualTo(issued.getPosition());
        assertThat(audit.listEvents(null, null, null, USER, issued.getTimestamp(), null, null, null)
                        .getItems())
                .contains(issued);
    }

    @Test
    void givenOperator_whenProcessorsAreListed_thenWhatIsNullIsNull() throws ApiException {
        ProcessorApi processors = new ProcessorApi(operator());

        PageProcessorStatus all = processors.listProcessors(100, null);
        List<String> names = new ArrayList<>();
        String cursor = null;
        do {
            PageProcessorStatus page = processors.listProcessors(4, cursor);
            page.getItems().forEach(processor -> names.add(processor.getName()));
            cursor = page.getNextCursor();
        } while (cursor != null);

        assertThat(all.getNextCursor()).isNull();
        assertThat(all.getItems()).extracting(ProcessorStatus::getName).containsExactlyElementsOf(names);
        assertThat(names).contains("coupon", "best-seller").hasSizeGreaterThan(4);
        ProcessorStatus bridge = processors.findProcessor("kafka-bridge");
        assertThat(bridge.getRunning()).isTrue();
        assertThat(bridge.getError()).isNull();
        assertThat(bridge.getRebuild()).isNull();
        assertThat(bridge.getRebuildable()).isFalse();
        assertThat(processors.listDeadLetters("coupon", null, null).getNextCursor())
                .isNull();
    }

    @Test
    void givenOperator_whenViewIsRebuilt_thenItsEndIsTold() throws ApiException {
        ProcessorApi processors = new ProcessorApi(operator());

        ApiResponse<ProcessorStatus> asked = processors.rebuildProcessorWithHttpInfo("coupon", null);

        assertThat(asked.getStatusCode()).isEqualTo(202);
        Rebuild begun = asked.getData().getRebuild();
        Rebuild ended = await().atMost(PATIENCE)
                .until(
                        () -> processors.findProcessor("coupon").getRebuild(),
                        rebuild -> rebuild.getState() == Rebuild.StateEnum.DONE);
        assertThat(ended.getRequestedAt()).isEqualTo(begun.getRequestedAt());
        assertThat(ended.getFinishedAt()).isAfter(ended.getRequestedAt());
        assertThat(ended.getPercent()).isEqualTo(100);
    }
}
