package io.firstcome.benchmarks.baseline;

import io.firstcome.web.WebConfiguration;
import io.firstcome.web.security.SecuritySettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/**
 * The server of one baseline, chosen by {@code --firstcome.baseline=noop|fast|lock|redis|axon}.
 *
 * <p>Everything before and after the decision is that of the one-process run: the module {@code web} with its settings.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({
    WebConfiguration.class,
    CouponController.class,
    SeatController.class,
    NoOpController.class,
    NoOpController.FastAnswers.class,
    NoOpRoomController.class,
    NoOpCoupons.Configuration.class,
    LockCoupons.Configuration.class,
    LockSeats.Configuration.class,
    RedisCoupons.Configuration.class,
    AxonCoupons.Configuration.class
})
public class BaselineServer {

    /** Begins the line that says the port. */
    public static final String READY = "The baseline is ready on port ";

    private static final Logger log = LoggerFactory.getLogger(BaselineServer.class);

    /** Starts it. Arguments are properties of Spring. */
    public static void main(String[] arguments) {
        ConfigurableApplicationContext context = start(arguments);
        log.info("{}{}", READY, context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    /** Starts it in this JVM. */
    public static ConfigurableApplicationContext start(String... arguments) {
        return new SpringApplicationBuilder(BaselineServer.class)
                .profiles(SecuritySettings.STANDALONE_PROFILE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("server.port=0", "server.address=127.0.0.1")
                .run(arguments);
    }
}
