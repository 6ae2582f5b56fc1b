package io.firstcome.commandnode.routing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jgroups.JChannel;
import org.jgroups.protocols.FD_ALL3;
import org.jgroups.protocols.FD_SOCK2;
import org.jgroups.protocols.FRAG4;
import org.jgroups.protocols.JDBC_PING2;
import org.jgroups.protocols.MERGE3;
import org.jgroups.protocols.MFC;
import org.jgroups.protocols.TCP;
import org.jgroups.protocols.TCPPING;
import org.jgroups.protocols.UFC;
import org.jgroups.protocols.UNICAST3;
import org.jgroups.protocols.VERIFY_SUSPECT2;
import org.jgroups.protocols.pbcast.GMS;
import org.jgroups.protocols.pbcast.NAKACK2;
import org.jgroups.protocols.pbcast.STABLE;
import org.jgroups.stack.Protocol;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The protocols by which command nodes talk to each other, bottom first.
 *
 * <p>A member that was killed is noticed by its broken connection (FD_SOCK2), a frozen one by its silence (FD_ALL3). Encryption is
 * below everything that is sent, so that without the secret nothing gets in, not even a heartbeat.
 */
final class GroupStack {

    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final Duration VERIFY = Duration.ofMillis(500);
    private static final Duration JOIN = Duration.ofSeconds(1);
    private static final int JOIN_ATTEMPTS = 2;
    private static final Duration MERGE_SOONEST = Duration.ofSeconds(1);
    private static final Duration MERGE_LATEST = Duration.ofSeconds(3);
    private static final int CONNECT_MILLIS = 1_000;
    private static final int FRAGMENT = 60_000;
    private static final int CREDITS = 8_000_000;

    private GroupStack() {}

    /**
     * A channel that is not connected yet.
     *
     * @param database where members find each other, if no hosts are configured
     */
    static JChannel channel(RoutingProperties properties, DataSource database) throws Exception {
        InetAddress address = properties.address();
        List<Protocol> stack = new ArrayList<>();
        TCP transport = new TCP();
        transport.setBindAddress(address);
        transport.setBindPort(properties.port());
        // One member that reads nothing must not keep messages from the others.
        transport.nonBlockingSends(true);
        transport.setSockConnTimeout(CONNECT_MILLIS);
        stack.add(transport);
        if (properties.secret() != null) {
            stack.add(new SealedMessages(properties.secret()));
        }
        stack.add(properties.hosts().isEmpty() ? byDatabase(database) : byHosts(properties.hosts()));
        stack.add(new MERGE3().setMinInterval(MERGE_SOONEST.toMillis()).setMaxInterval(MERGE_LATEST.toMillis()));
        FD_SOCK2 sockets = new FD_SOCK2();
        sockets.setBindAddress(address);
        // The message that says so may be lost with the connection, and is said again.
        sockets.setSuspectMsgInterval(VERIFY.toMillis());
        stack.add(sockets);
        FD_ALL3 heartbeats = new FD_ALL3();
        heartbeats.setTimeout(properties.frozenAfter().toMillis());
        heartbeats.setInterval(HEARTBEAT.toMillis());
        stack.add(heartbeats);
        stack.add(new VERIFY_SUSPECT2().setTimeout(VERIFY.toMillis()));
        stack.add(new NAKACK2().useMcastXmit(false));
        stack.add(new UNICAST3());
        stack.add(new STABLE());
        GMS membership = new GMS();
        membership.setJoinTimeout(JOIN.toMillis());
        membership.setMaxJoinAttempts(JOIN_ATTEMPTS);
        membership.printLocalAddress(false);
        stack.add(membership);
        stack.add(new UFC().setMaxCredits(CREDITS));
        stack.add(new MFC().setMaxCredits(CREDITS));
        FRAG4 fragments = new FRAG4();
        fragments.setFragSize(FRAGMENT);
        stack.add(fragments);
        return new JChannel(stack);
    }

    private static TCPPING byHosts(List<String> hosts) {
        TCPPING discovery = new TCPPING();
        discovery.setInitialHosts(hosts.stream()
                .map(host -> host.split(":", 2))
                .map(host -> new InetSocketAddress(host[0], Integer.parseInt(host[1])))
                .toList());
        discovery.setPortRange(0);
        return discovery;
    }

    private static JDBC_PING2 byDatabase(DataSource database) {
        JDBC_PING2 discovery = new JDBC_PING2();
        discovery.setDataSource(new AutoCommit(database));
        discovery.setInitializeSql(null);
        discovery.setInsertSingleSql(
                "INSERT INTO command_node (address, name, group_name, ip, coordinator) VALUES (?, ?, ?, ?, ?)");
        discovery.setDeleteSingleSql("DELETE FROM command_node WHERE address = ?");
        discovery.setClearSql("DELETE FROM command_node WHERE group_name = ?");
        discovery.setSelectAllPingdataSql(
                "SELECT address, name, ip, coordinator FROM command_node WHERE group_name = ?");
        // Rows of members that were killed go with the next view.
        discovery.removeAllDataOnViewChange(true);
        return discovery;
    }

    /** The discovery commits nothing by itself. */
    private static final class AutoCommit extends DelegatingDataSource {

        AutoCommit(DataSource pool) {
            super(pool);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            connection.setAutoCommit(true);
            return connection;
        }
    }
}
