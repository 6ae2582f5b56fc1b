-- Runs on MySQL 8.4+ and MariaDB 11.4+. Ids are binary text, instants are microseconds since 1970-01-01T00:00:00Z.

-- One row per product of the catalogue. Written by the processor `product`.
CREATE TABLE product_view (
    product_id       VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- compared as people sort: the list by name follows this collation
    name             VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci NOT NULL,
    price            BIGINT       NOT NULL,
    category         VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    description      MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NULL,
    -- lists, as JSON
    images           MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    options          MEDIUMTEXT   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    sale_from        BIGINT       NULL,
    sale_until       BIGINT       NULL,
    limit_per_user   INTEGER      NULL,
    created_at       BIGINT       NOT NULL,
    -- of the event that created it: newer is greater
    created_position BIGINT       NOT NULL,
    withdrawn_at     BIGINT       NULL,
    -- 1 until it is withdrawn: only then it is in the list
    listed           TINYINT      NOT NULL,
    version          BIGINT       NOT NULL,
    position         BIGINT       NOT NULL,
    PRIMARY KEY (product_id),
    -- one for each order of the list, with and without a category; each is unique by its last column
    KEY ix_product_view_newest (listed, created_position),
    KEY ix_product_view_price (listed, price, product_id),
    KEY ix_product_view_name (listed, name, product_id),
    KEY ix_product_view_category_newest (category, listed, created_position),
    KEY ix_product_view_category_price (category, listed, price, product_id),
    KEY ix_product_view_category_name (category, listed, name, product_id)
) ENGINE = InnoDB;

-- One row per stock, which is that of a product. Written by the processor `stock`, after the rows of its options.
CREATE TABLE stock_view (
    product_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version    BIGINT      NOT NULL,
    position   BIGINT      NOT NULL,
    PRIMARY KEY (product_id)
) ENGINE = InnoDB;

-- The pieces of each option. On hand is what is available and what is held together.
CREATE TABLE stock_option_view (
    product_id          VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sku_id              VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- 0 for the first option of the product
    place               INTEGER     NOT NULL,
    received            BIGINT      NOT NULL,
    available           BIGINT      NOT NULL,
    held                BIGINT      NOT NULL,
    sold                BIGINT      NOT NULL,
    -- the same for what is pre-ordered; without pre_order_until there never was a pre-order
    pre_order_received  BIGINT      NOT NULL,
    pre_order_available BIGINT      NOT NULL,
    pre_order_held      BIGINT      NOT NULL,
    pre_order_sold      BIGINT      NOT NULL,
    pre_order_from      BIGINT      NULL,
    pre_order_until     BIGINT      NULL,
    pre_order_cancelled TINYINT     NOT NULL,
    PRIMARY KEY (product_id, sku_id),
    CONSTRAINT ck_stock_option_view_pieces CHECK (
        available >= 0 AND held >= 0 AND sold >= 0 AND received = available + held + sold),
    CONSTRAINT ck_stock_option_view_pre_order CHECK (
        pre_order_available >= 0 AND pre_order_held >= 0 AND pre_order_sold >= 0
        AND pre_order_received = pre_order_available + pre_order_held + pre_order_sold)
) ENGINE = InnoDB;

-- Pieces sold less pieces returned, on a day of UTC; below 0 when more came back than were sold that day.
-- Written by the processor `best-seller`.
CREATE TABLE best_seller_day (
    -- days since 1970-01-01
    day        INTEGER     NOT NULL,
    product_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    sold       BIGINT      NOT NULL,
    position   BIGINT      NOT NULL,
    PRIMARY KEY (day, product_id)
) ENGINE = InnoDB;

-- The names of products, for the list of best sellers. Written by the processor `best-seller`.
CREATE TABLE best_seller_product (
    product_id VARCHAR(64)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name       VARCHAR(255) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    withdrawn  TINYINT      NOT NULL,
    position   BIGINT       NOT NULL,
    PRIMARY KEY (product_id)
) ENGINE = InnoDB;
