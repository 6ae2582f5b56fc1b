package io.firstcome.benchmarks.measure;

import io.firstcome.benchmarks.load.Admissions;
import io.firstcome.benchmarks.load.Http.Answer;
import io.firstcome.benchmarks.load.Tokens;
import io.firstcome.benchmarks.load.WrkResult;
import io.firstcome.benchmarks.report.Checks;
import io.firstcome.benchmarks.system.Ours;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Pieces a second of a campaign behind a waiting room, each for an admission that the server has not seen before. */
final class AdmittedIssueEntrant extends IssueEntrant {

    private static final String OUTSIDER = "outsider";

    private final Ours ours;
    private final Checks checks;
    private @Nullable CouponRoom room;

    AdmittedIssueEntrant(Session session, Ours ours, Checks checks) {
        super(session, ours, ours.title() + ", behind a room", "issues behind a room", true, checks);
        this.ours = ours;
        this.checks = checks;
    }

    @Override
    double rate(int seconds, boolean counts) {
        double rate = super.rate(seconds, counts);
        CouponRoom used = Objects.requireNonNull(room);
        if (counts) {
            verifyGate(used);
        }
        used.close();
        return rate;
    }

    @Override
    WrkResult load(String campaign, int seconds) {
        CouponRoom opened = CouponRoom.open(session, ours, campaign);
        room = opened;
        int count = onceEachFor(seconds);
        Path file = session.home().work().resolve("admissions.txt");
        Admissions.write(file, session.users(), count, opened.id());
        List<String> arguments = new ArrayList<>(publishing(campaign, count, true));
        arguments.add(file.toString());
        return wrk("publish.lua", seconds, arguments);
    }

    private void verifyGate(CouponRoom used) {
        Answer answer = ours.http()
                .post(
                        "/api/v1/coupon/publish",
                        Tokens.customer(OUTSIDER),
                        "{\"userId\":\"" + OUTSIDER + "\",\"couponId\":\"" + used.campaign() + "\"}");
        String code = answer.json().path("code").asString("");
        checks.verify(
                ours.title() + ": without an admission nobody gets a piece",
                answer.status() == 403 && code.equals("ADMISSION_REQUIRED"),
                answer.status() + " " + code);
    }
}
