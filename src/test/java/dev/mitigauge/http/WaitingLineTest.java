package dev.mitigauge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mitigauge.http.WaitingLine.Waiting;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingLineTest {

    private final WaitingLine line = new WaitingLine(4);
    private final List<String> done = new ArrayList<>();

    @Test
    void shouldTakeCallersInTurn() {
        line.add(work("flood 1"));
        line.add(work("flood 2"));
        line.add(work("flood 3"));
        line.add(work("polite 1"));

        doAll();

        assertThat(done).containsExactly("flood 1", "polite 1", "flood 2", "flood 3");
    }

    @Test
    void shouldCountWhatIsWorkedOn() {
        line.add(work("a 1"));
        line.add(work("a 2"));
        line.add(work("a 3"));
        line.add(work("a 4"));

        line.next();
        boolean whileWorking = line.add(work("a 5"));
        line.done();

        assertThat(whileWorking).isFalse();
        assertThat(line.add(work("a 6"))).isTrue();
        assertThat(line.size()).isEqualTo(4);
    }

    @Test
    void shouldGiveThePlaceOfWhoHasMostToWhoHasLess() {
        line.add(work("flood 1"));
        line.add(work("flood 2"));
        line.add(work("flood 3"));
        line.add(work("polite 1"));

        assertThat(line.add(work("polite 2"))).isFalse();
        assertThat(line.displace(work("polite 2")))
                .get()
                .extracting(Waiting::caller)
                .isEqualTo("flood");
        assertThat(line.displace(work("polite 3"))).as("both have two by now").isEmpty();
        assertThat(line.size()).isEqualTo(4);
        doAll();
        assertThat(done).containsExactly("flood 1", "polite 1", "flood 2", "polite 2");
    }

    @Test
    void shouldNeverDisplaceWhatTheServiceItselfHasToDo() {
        for (int i = 0; i < 4; i++) {
            line.add(new Waiting(WaitingLine.SERVICE, () -> {}, () -> {}));
        }

        assertThat(line.displace(work("a 1"))).isEmpty();
    }

    @Test
    void shouldForgetWhatIsTakenBack() {
        Waiting taken = work("a 1");
        line.add(taken);

        assertThat(line.remove(taken)).isTrue();
        assertThat(line.remove(taken)).isFalse();
        assertThat(line.next()).isNull();
        assertThat(line.size()).isZero();
    }

    private Waiting work(String name) {
        return new Waiting(name.substring(0, name.indexOf(' ')), () -> done.add(name), () -> {});
    }

    private void doAll() {
        for (Waiting next = line.next(); next != null; next = line.next()) {
            next.work().run();
            line.done();
        }
    }
}
