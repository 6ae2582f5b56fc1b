package io.firstcome.query.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.firstcome.query.ProductTestData;
import io.firstcome.query.QuerySide;
import io.firstcome.query.caching.RedisHashStore;
import io.firstcome.query.product.ProductQuery.FindProduct;
import io.firstcome.query.product.ProductQuery.FindProducts;
import io.firstcome.query.product.ProductQuery.Place;
import io.firstcome.query.product.ProductQuery.Sort;
import io.firstcome.query.querying.QueryClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.DomainEventMessage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.core.ResolvableType;
import org.springframework.data.redis.core.StringRedisTemplate;

/** The catalogue in MySQL and in Redis, and its list in every order. */
class ProductViewIT {

    private static QuerySide querySide;

    @BeforeAll
    static void start() {
        querySide = QuerySide.start(Map.of("firstcome.near.size", 0));
        List<DomainEventMessage<?>> events = new ArrayList<>();
        // Prices and names have ties, which the ids decide.
        events.add(new ProductTestData("p1").created("banana", 300, "fruit", null, null));
        events.add(new ProductTestData("p2").created("Apple", 200, "fruit", null, null));
        events.add(new ProductTestData("p3").created("apple", 200, "fruit", null, null));
        events.add(new ProductTestData("p4").created("cup", 200, "kitchen", null, null));
        events.add(new ProductTestData("p5").created("Zebra", 100, null, null, null));
        events.add(new ProductTestData("p6").created("apple", 300, "Fruit", null, null));
        ProductTestData gone = new ProductTestData("p7");
        events.add(gone.created("gone", 1, "fruit", null, null));
        events.add(gone.withdrawn());
        querySide.store(events);
        querySide.awaitCaughtUp();
    }

    @AfterAll
    static void stop() {
        querySide.close();
    }

    private static String list(@Nullable String category, Sort sort, int limit) {
        List<String> found = new ArrayList<>();
        Place after = null;
        boolean more = true;
        while (more) {
            // One more than is shown tells whether there is a next part, as the controller does it.
            List<ProductItem> part = querySide
                    .bean(QueryClient.class)
                    .list(new FindProducts(category, sort, after, limit + 1), ProductItem.class);
            assertThat(part).hasSizeBetween(0, limit + 1);
            more = part.size() > limit;
            List<ProductItem> items = more ? part.subList(0, limit) : part;
            items.forEach(item -> found.add(item.productId()));
            after = more ? items.getLast().place() : null;
        }
        return String.join(" ", found);
    }

    @ParameterizedTest
    @CsvSource({
        "NEWEST,           '',      p6 p5 p4 p3 p2 p1",
        "PRICE,            '',      p5 p2 p3 p4 p1 p6",
        "PRICE_DESCENDING, '',      p6 p1 p4 p3 p2 p5",
        "NAME,             '',      p2 p3 p6 p1 p4 p5",
        "NEWEST,           fruit,   p3 p2 p1",
        "PRICE,            fruit,   p2 p3 p1",
        "PRICE_DESCENDING, fruit,   p1 p3 p2",
        "NAME,             fruit,   p2 p3 p1",
        "NAME,             Fruit,   p6",
        "PRICE,            kitchen, p4",
        "PRICE,            nothing, ''"
    })
    void givenProducts_whenListedInPartsOfAnySize_thenEachIsThereOnceInItsOrder(
            Sort sort, String category, String expected) {
        for (int limit = 1; limit <= 7; limit++) {
            assertThat(list(category.isEmpty() ? null : category, sort, limit)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void givenAnyOrder_whenItIsRead_thenFromItsIndexWithoutSorting(Sort sort) {
        for (String category : new String[] {null, "fruit"}) {
            ProductList.Statement statement = querySide
                    .bean(ProductList.class)
                    .statement(new FindProducts(category, sort, new Place(4, 200, "b", "p2"), 2));
            Map<String, Object> plan = querySide
                    .jdbc()
                    .queryForMap(
                            "EXPLAIN FORMAT=TRADITIONAL " + statement.sql(),
                            statement.parameters().toArray());

            assertThat(plan.get("type")).isIn("range", "ref");
            assertThat(String.valueOf(plan.get("Extra"))).doesNotContain("filesort");
        }
    }

    private static ProductView read(String productId) {
        return querySide
                .bean(QueryClient.class)
                .find(new FindProduct(productId, null), ProductView.class)
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RedisHashStore<ProductState> hashes() {
        return (RedisHashStore<ProductState>)
                querySide.beanOf(ResolvableType.forClassWithGenerics(RedisHashStore.class, ProductState.class));
    }

    @Test
    void givenAProduct_whenRead_thenRedisAndMySqlSayTheSame() {
        ProductTestData goods = new ProductTestData("same", "a", "b");
        querySide.store(
                List.of(goods.created("Same", 500, "same", ProductTestData.AT, ProductTestData.AT.plusSeconds(9))));
        querySide.awaitCaughtUp();
        ProductState hash = hashes().find("same").orElseThrow();

        assertThat(hash)
                .isEqualTo(ProductProjection.PRODUCTS
                        .find(querySide.jdbc(), "same")
                        .orElseThrow()
                        .state);
        querySide.store(List.of(goods.withdrawn()));
        querySide.awaitCaughtUp();
        ProductView fromRedis = read("same");
        querySide.bean(StringRedisTemplate.class).delete("firstcome:product:same");
        assertThat(read("same")).isEqualTo(fromRedis);
        assertThat(fromRedis.status()).isEqualTo(ProductView.Status.WITHDRAWN);
        assertThat(fromRedis.version()).isEqualTo(1);
        assertThat(list("same", Sort.NAME, 5)).isEmpty();
    }

    @Test
    void givenTheSameEventsTwice_whenHandled_thenTheRowsAreTheSame() {
        List<Map<String, Object>> before = querySide.rows("product_view");
        var processor = querySide
                .bean(EventProcessingConfiguration.class)
                .eventProcessor("product")
                .orElseThrow();
        processor.shutDown();
        querySide
                .jdbc()
                .update("UPDATE token_entry SET token = '{\"globalIndex\":0}' WHERE processor_name = 'product'");
        processor.start();
        querySide.awaitCaughtUp();

        assertThat(querySide.rows("product_view")).isEqualTo(before).hasSizeGreaterThanOrEqualTo(7);
    }

    @Test
    void givenANameThatTheDatabaseRefuses_whenItComes_thenExactlyThatProductIsADeadLetter() {
        ProductTestData bad = new ProductTestData("bad");
        ProductTestData before = new ProductTestData("before");
        ProductTestData after = new ProductTestData("after");
        querySide.store(List.of(
                before.created("before", 1, "dead-lettering", null, null),
                bad.created("x".repeat(300), 1, "dead-lettering", null, null),
                bad.withdrawn(),
                after.created("after", 1, "dead-lettering", null, null)));
        querySide.awaitCaughtUp();

        assertThat(list("dead-lettering", Sort.NAME, 5)).isEqualTo("after before");
        assertThat(querySide.deadLetters("product")).isEqualTo(2);
        assertThat(querySide.deadLetters("best-seller")).isEqualTo(2);
        // The other tests list all that is not withdrawn.
        querySide.store(List.of(before.withdrawn(), after.withdrawn()));
        querySide.awaitCaughtUp();
    }
}
