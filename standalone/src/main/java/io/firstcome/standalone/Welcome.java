package io.firstcome.standalone;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a newcomer sees when the system is ready: what is where, and what to try first. */
final class Welcome {
    private static final String TEXT = """

            Firstcome is ready on $url

              Swagger UI   $url/swagger-ui.html
              OpenAPI      $url/v3/api-docs
              Health       $url/actuator/health, metrics: $url/actuator/prometheus
            $servers
              Log          $log
              Users        1 to 100 with the password "password" (customers), operator/operator, auditor/auditor,
                           admin/admin

            Take one of the 1,000 demo coupons:
              TOKEN=$(curl -s $url/api/v1/auth/token -H 'Content-Type: application/json' \\
                -d '{"username":"1","password":"password"}' | sed 's/.*"accessToken":"\\([^"]*\\)".*/\\1/')
              curl -i $url/api/v1/coupon/publish -H "Authorization: Bearer $TOKEN" \\
                -H 'Content-Type: application/json' -d '{"userId": 1, "couponId": 1}'

            Ctrl-C stops everything. The data stays; --fresh begins anew.
            """;

    private Welcome() {}

    static List<String> lines(String address, int port, Map<String, String> servers, Path log) {
        String host = address.equals("127.0.0.1") || address.equals("0.0.0.0") ? "localhost" : address;
        String table = servers.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(server -> "  %-13s%s".formatted(server.getKey(), server.getValue()))
                .collect(Collectors.joining("\n"));
        return TEXT.replace("$url", "http://" + host + ":" + port)
                .replace("$servers", table)
                .replace("$log", log.toString())
                .lines()
                .toList();
    }
}
