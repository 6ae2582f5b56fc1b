package io.firstcome.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.web.security.Role;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** How each text in the database is compared, as the table in architecture.md says, and that Java compares it alike. */
class TextColumnsIT {

    /** Compared by bytes: whatever differs is another one. */
    private static final Set<String> EXACT =
            Set.of("idempotency_key.idempotency_key", "processor_request.idempotency_key", "product_view.category");
    /** Only sorted by; equal ones are told apart by the id behind it. */
    private static final Set<String> SORTED = Set.of("product_view.name");
    /** Never compared. */
    private static final Set<String> SHOWN = Set.of(
            "best_seller_product.name",
            "concert_view.artist",
            "concert_view.title",
            "concert_view.venue",
            "coupon_view.name",
            "dead_letter_entry.cause_message",
            "dead_letter_entry.cause_type",
            "date_view.grades",
            "order_line_view.grade",
            "order_view.address",
            "order_view.refund_gateway_code",
            "failed_command.cause",
            "failed_command.command",
            "failed_command.metadata",
            "payment_refund_view.gateway_code",
            "payment_view.gateway_code",
            "processor_node.error",
            "product_view.description",
            "product_view.images",
            "product_view.options",
            "reconciliation_view.state",
            "scheduled_task.picked_by",
            "token_entry.owner");

    /** All are equal to the first in some collation. */
    private static final List<String> ALIKE =
            List.of("The", "The ", "the", "Th\u00e9", "The\u0301", "\uD83C\uDF75", "\uD83C\uDF75 ", "\uD83C\uDF76");

    private static QuerySide querySide;
    private static Http http;

    @BeforeAll
    static void start() {
        querySide = QuerySide.startWithHttp(Map.of());
        http = new Http(querySide.port());
        for (int i = 0; i < ALIKE.size(); i++) {
            querySide.store(
                    List.of(new ProductTestData("p" + i).created(ALIKE.get(i), 1_000, ALIKE.get(i), null, null)));
        }
        for (String id : List.of("Case", "case")) {
            ProductTestData goods = new ProductTestData(id);
            querySide.store(List.of(goods.created("Name of " + id, 1_000, "cases", null, null), goods.opened(3)));
            CouponTestData campaign = new CouponTestData(id);
            querySide.store(List.of(campaign.created(5), campaign.issued(id)));
        }
        querySide.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static Set<String> columns(String condition) {
        return new TreeSet<>(querySide
                .jdbc()
                .queryForList(
                        "SELECT CONCAT(table_name, '.', column_name) FROM information_schema.columns"
                                + " WHERE table_schema = DATABASE() AND table_name NOT LIKE '%schema_history' AND "
                                + condition,
                        String.class));
    }

    @Test
    void givenTextColumns_whenTheirCollationsAreRead_thenEachIsDecided() {
        assertThat(columns("data_type = 'varbinary'")).isEqualTo(new TreeSet<>(EXACT));
        assertThat(columns("collation_name = 'utf8mb4_unicode_ci'")).isEqualTo(new TreeSet<>(SORTED));
        assertThat(columns("collation_name = 'utf8mb4_bin'")).isEqualTo(new TreeSet<>(SHOWN));
        assertThat(columns("collation_name = 'ascii_bin'"))
                .as("ids, codes and names of ours: no spaces, so that padding changes nothing")
                .hasSizeGreaterThan(60);
        assertThat(columns("collation_name NOT IN ('utf8mb4_unicode_ci', 'utf8mb4_bin', 'ascii_bin')"))
                .as("columns that nobody has decided about")
                .isEmpty();
    }

    private static JsonNode list(String parameters) {
        Http.Answer answer = http.get("/api/v1/product?" + parameters);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void givenCategoriesThatAreAlike_whenFiltered_thenEachHasItsOwn() {
        for (String sort : List.of("newest", "price", "-price", "name")) {
            for (int i = 0; i < ALIKE.size(); i++) {
                JsonNode items = list("sort=" + sort + "&category=" + encoded(ALIKE.get(i)))
                        .path("items");
                assertThat(items).as(sort + " " + ALIKE.get(i)).hasSize(1);
                assertThat(items.get(0).path("productId").asString()).isEqualTo("p" + i);
                assertThat(items.get(0).path("category").asString()).isEqualTo(ALIKE.get(i));
            }
        }
        assertThat(list("category=" + encoded("The  ")).path("items")).isEmpty();
    }

    /** The negative control: the collation that the column had. */
    @ParameterizedTest
    @ValueSource(strings = {"utf8mb4_bin", "utf8mb4_unicode_ci"})
    void givenCategoriesThatAreAlike_whenComparedAsText_thenSomeAreEqual(String collation) {
        Integer equal = querySide
                .jdbc()
                .queryForObject(
                        "SELECT CONVERT(? USING utf8mb4) COLLATE " + collation + " = CONVERT(? USING utf8mb4) COLLATE "
                                + collation,
                        Integer.class,
                        "The",
                        "The ");
        assertThat(equal).isOne();
    }

    /** They are equal for the order, but no product is left out or shown twice where a part ends between them. */
    @Test
    void givenNamesThatAreAlike_whenListedByNameOneAtATime_thenEachIsThereOnce() {
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode part = list("sort=name&limit=1" + (cursor.isEmpty() ? "" : "&cursor=" + cursor));
            part.path("items").forEach(item -> seen.add(item.path("productId").asString()));
            cursor = part.path("nextCursor").asString("");
        } while (!cursor.isEmpty() && seen.size() < 100);

        assertThat(seen).hasSize(ALIKE.size() + 2).doesNotHaveDuplicates();
    }

    @Test
    void givenIdsThatDifferInCase_whenRead_thenTheyAreTwo() {
        Set<String> names = new HashSet<>();
        for (String id : List.of("Case", "case")) {
            names.add(http.get("/api/v1/product/" + id).body().path("name").asString());
            assertThat(http.get("/api/v1/product/" + id + "/stock")
                            .body()
                            .path("productId")
                            .asString())
                    .isEqualTo(id);
            JsonNode pieces = http.get("/api/v1/user/" + id + "/coupon", id, Role.CUSTOMER)
                    .body()
                    .path("items");
            assertThat(pieces).hasSize(1);
            assertThat(pieces.get(0).path("couponId").asString()).isEqualTo(id);
        }
        assertThat(names).hasSize(2);
        assertThat(http.get("/api/v1/product/cAse").status()).isEqualTo(404);
    }

    /** So an id needs no other collation. */
    @ParameterizedTest
    @ValueSource(strings = {"case ", " case", "cas\u00e9", "case\u0301", "case\uD83C\uDF75"})
    void givenIdOfOtherCharacters_whenAsked_thenItIsNoId(String id) {
        assertThat(http.get("/api/v1/product/" + encoded(id).replace("+", "%20"))
                        .status())
                .isEqualTo(400);
    }
}
