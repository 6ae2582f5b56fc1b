-- Where the command nodes that route commands to each other are, so that a new one finds them. Written by JGroups (JDBC_PING2).
CREATE TABLE command_node (
    address     VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name        VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NULL,
    group_name  VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    ip          VARCHAR(200) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- whether it leads the group
    coordinator BOOLEAN      NOT NULL,
    PRIMARY KEY (address)
) ENGINE = InnoDB;
