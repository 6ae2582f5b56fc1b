package io.firstcome.standalone;

import static io.firstcome.standalone.GeneratedClients.client;
import static io.firstcome.standalone.GeneratedClients.customer;
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
import org.example.client.ApiClient;
import org.example.client.ApiException;
import org.example.client.api.CouponApi;
import org.example.client.api.OrderApi;
import org.example.client.api.PaymentApi;
import org.example.client.api.ProcessorApi;
import org.example.client.api.ProductApi;
import org.example.client.api.ReconciliationApi;
import org.example.client.api.UserApi;
import org.example.client.model.CreateCouponRequest;
import org.example.client.model.DiscountRequest;
import org.example.client.model.FieldError;
import org.example.client.model.OrderListItem;
import org.example.client.model.PageOrderListItem;
import org.example.client.model.PageUserCouponItem;
import org.example.client.model.Problem;
import org.junit.jupiter.api.Test;

/** What a generated client reads of pages, first and last, and of rejections. */
class GeneratedClientPagesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void givenTwoCouponsAndOrders_whenListedOneByOne_thenTheLastPageHasNoCursor() throws ApiException {
        String user = SharedSystem.newName("pages");
        ApiClient customer = client().setRequestInterceptor(
                        request -> request.header("Authorization", "Bearer " + ShopClient.token(user)));
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            new CouponApi(customer).publishCoupon(publish(newCoupon(1), user), null, null);
            orders.add(new OrderApi(customer)
                    .placeOrder(order(user, newProduct(1), 1), null, null)
                    .getOrderId());
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(new UserApi(customer).listUserCoupons(user, null, null).getItems())
                    .hasSize(2);
            assertThat(new OrderApi(customer).listOrders(user, null, null).getItems())
                    .hasSize(2);
        });
        PageUserCouponItem coupons = new UserApi(customer).listUserCoupons(user, 1, null);
        assertThat(coupons.getItems()).hasSize(1);
        assertThat(new UserApi(customer)
                        .listUserCoupons(user, 1, coupons.getNextCursor())
                        .getNextCursor())
                .isNull();
        PageOrderListItem newest = new OrderApi(customer).listOrders(user, 1, null);
        PageOrderListItem oldest = new OrderApi(customer).listOrders(user, 1, newest.getNextCursor());
        assertThat(newest.getItems()).extracting(OrderListItem::getOrderId).containsExactly(orders.getLast());
        assertThat(oldest.getItems()).extracting(OrderListItem::getOrderId).containsExactly(orders.getFirst());
        assertThat(oldest.getNextCursor()).isNull();
    }

    @Test
    void givenListsOfAll_whenReadByTheOperator_thenTheyAreRead() throws ApiException {
        String product = newProduct(7);
        ApiClient operator = operator();

        assertThat(new ReconciliationApi(operator).listDiscrepancies(1, null).getItems())
                .hasSizeLessThanOrEqualTo(1);
        assertThat(new PaymentApi(operator)
                        .listPayments("APPROVED", null, 100, null)
                        .getItems())
                .allMatch(payment -> payment.getDeclinedBecause() == null);
        await().atMost(PATIENCE)
                .until(
                        () -> new ProductApi(client()).listProducts(null, "newest", 1, null),
                        page -> page.getNextCursor() != null
                                && page.getItems().getFirst().getProductId().equals(product));
        assertThat(new ProductApi(client()).listBestSellers("week", 1).getNextCursor())
                .isNull();
    }

    @Test
    void givenWhatIsWrong_whenAsked_thenTheProblemIsRead() throws Exception {
        CouponApi coupons = new CouponApi(operator());

        Problem unknown = refusal(404, () -> coupons.findCoupon("nobody-made-it", null, null));
        Problem wrong = refusal(
                400,
                () -> coupons.createCoupon(
                        new CreateCouponRequest()
                                .name("none")
                                .quantity(0)
                                .discount(new DiscountRequest()
                                        .type(DiscountRequest.TypeEnum.FIXED)
                                        .value(1L)),
                        null));
        Problem stranger = refusal(401, () -> new CouponApi(client()).findCoupon("1", null, null));
        Problem customer = refusal(403, () -> new ProcessorApi(customer()).listProcessors(null, null));

        assertThat(unknown.getCode()).isEqualTo(Problem.CodeEnum.COUPON_NOT_FOUND);
        assertThat(unknown.getErrors()).isNullOrEmpty();
        assertThat(wrong.getCode()).isEqualTo(Problem.CodeEnum.INVALID_REQUEST);
        assertThat(wrong.getErrors()).hasSize(1);
        assertThat(wrong.getErrors().getFirst().getField()).isEqualTo("quantity");
        assertThat(wrong.getErrors().getFirst().getCode()).isEqualTo(FieldError.CodeEnum.OUT_OF_RANGE);
        assertThat(stranger.getCode()).isEqualTo(Problem.CodeEnum.UNAUTHENTICATED);
        assertThat(customer.getCode()).isEqualTo(Problem.CodeEnum.FORBIDDEN);
    }
}
