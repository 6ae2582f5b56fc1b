package io.firstcome.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.example.client.ApiClient;
import org.example.client.ApiException;
import org.example.client.ApiResponse;
import org.example.client.api.AuthApi;
import org.example.client.api.CouponApi;
import org.example.client.api.ProductApi;
import org.example.client.model.CouponResponse;
import org.example.client.model.CreateCouponRequest;
import org.example.client.model.CreateProductRequest;
import org.example.client.model.DiscountRequest;
import org.example.client.model.Id;
import org.example.client.model.ItemRequest;
import org.example.client.model.LoginRequest;
import org.example.client.model.LoginResponse;
import org.example.client.model.PlaceOrderRequest;
import org.example.client.model.Problem;
import org.example.client.model.PublishCouponRequest;

/** Clients that are generated from {@code docs/openapi.json}, and what tests set up with them. */
final class GeneratedClients {

    /** A demo user that no other test charges, pays or gives coupons. */
    static final String USER = "61";

    static final String PASSWORD = "password";

    private GeneratedClients() {}

    static ApiClient client() {
        ApiClient client = new ApiClient();
        client.updateBaseUri(SharedSystem.get().baseUrl());
        return client;
    }

    /** A client that sends the token of that user's login. */
    static ApiClient clientOf(String user, String password) throws ApiException {
        LoginResponse login = new AuthApi(client())
                .issueToken(new LoginRequest().username(user).password(password));
        assertThat(login.getTokenType()).isEqualTo("Bearer");
        assertThat(login.getExpiresIn()).isEqualTo(3_600);
        return client().setRequestInterceptor(
                        request -> request.header("Authorization", "Bearer " + login.getAccessToken()));
    }

    static ApiClient customer() throws ApiException {
        return clientOf(USER, PASSWORD);
    }

    static ApiClient operator() throws ApiException {
        return clientOf("operator", "operator");
    }

    static ApiClient auditor() throws ApiException {
        return clientOf("auditor", "auditor");
    }

    static String newCoupon(int quantity) throws ApiException {
        CouponResponse created = new CouponApi(operator())
                .createCoupon(
                        new CreateCouponRequest()
                                .couponId(new Id(SharedSystem.newName("generated")))
                                .name("1,000 off")
                                .quantity(quantity)
                                .discount(new DiscountRequest()
                                        .type(DiscountRequest.TypeEnum.FIXED)
                                        .value(1_000L)),
                        null);
        assertThat(created.getQuantity()).isEqualTo(quantity);
        assertThat(created.getLimitPerUser()).isEqualTo(1);
        assertThat(created.getRequiredTier()).isNull();
        return created.getCouponId();
    }

    static String newProduct(int stock) throws ApiException {
        return new ProductApi(operator())
                .createProduct(
                        new CreateProductRequest()
                                .name("Generated mug")
                                .price(15_000L)
                                .stock(stock),
                        null)
                .getProductId();
    }

    static PublishCouponRequest publish(String coupon, String user) {
        return new PublishCouponRequest().couponId(new Id(coupon)).userId(new Id(user));
    }

    static PlaceOrderRequest order(String user, String product, int quantity) {
        return new PlaceOrderRequest()
                .userId(new Id(user))
                .addItemsItem(new ItemRequest().productId(new Id(product)).quantity(quantity));
    }

    static String header(ApiResponse<?> response, String name) {
        return response.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .map(header -> header.getValue().getFirst())
                .findFirst()
                .orElse("");
    }

    /** The problem that the call is refused with, as the client reads it. */
    static Problem refusal(int status, ThrowingCallable call) throws JsonProcessingException {
        ApiException refused = catchThrowableOfType(ApiException.class, call);
        assertThat(refused.getCode()).as(refused.getMessage()).isEqualTo(status);
        assertThat(refused.getResponseHeaders().firstValue("Content-Type")).hasValue("application/problem+json");
        Problem problem = ApiClient.createDefaultObjectMapper().readValue(refused.getResponseBody(), Problem.class);
        assertThat(problem.getStatus()).isEqualTo(status);
        assertThat(problem.getTraceId())
                .isEqualTo(refused.getResponseHeaders().firstValue("X-Trace-Id").orElse("none"));
        return problem;
    }
}
