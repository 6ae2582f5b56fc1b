package io.firstcome.consumer;

import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Writes a mail to everybody who gets a piece of a coupon, until it is stopped. With the argument {@code redrive} it puts the dead
 * letters back instead, and ends.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableConfigurationProperties(MailerProperties.class)
public class CouponMailer {

    /** Options are those of Spring Boot, for example {@code --spring.kafka.bootstrap-servers=HOST:PORT}. */
    public static void main(String[] arguments) {
        if (List.of(arguments).contains("redrive")) {
            redrive(arguments);
        } else {
            SpringApplication.run(CouponMailer.class, arguments);
        }
    }

    private static void redrive(String[] arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(CouponMailer.class)
                .properties("spring.kafka.listener.auto-startup=false")
                .run(arguments)) {
            int letters = context.getBean(Redrive.class).run();
            LoggerFactory.getLogger(CouponMailer.class).info("{} dead letters are in the retry topic again", letters);
        }
    }
}
