package dev.mitigauge.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokenRulesTest {

    /** A rule without a mistake; the cases put one in. */
    private static final String RULE = """
            rule "a high risk has no owner"
              @id("OWN-001") @title("High risk without an owner") @level("WARNING")
              @why("Nobody looks.") @remedy("Name somebody.")
            when
              $risk : DeferredRisk(severity == Severity.HIGH, owner == null, $id : id)
              not Mitigation(riskId == $id, tense == Tense.IN_PLACE)
            then
              insertLogical(Finding.of($risk).saying("nobody owns " + $id));
            end
            """;

    @Test
    void shouldAcceptTheRuleWithoutAMistake() {
        LoadedRules loaded = Rules.load(Rules.shippedAnd("own.drl", RULE));

        assertThat(loaded).isInstanceOf(LoadedRules.Accepted.class);
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    severity ==   | severty ==       | own.drl:5:24: unknown field `severty` of DeferredRisk. Did you mean `severity`?
                    DeferredRisk( | DeferedRisk(     | own.drl:5:11: unknown type `DeferedRisk`. Did you mean `DeferredRisk`?
                    Severity.HIGH | Severity.HIHG    | own.drl:5:45: unknown constant `HIHG` of Severity. Did you mean `HIGH`?
                    Severity.HIGH | Severty.HIGH     | own.drl:5:36: unknown type `Severty`. Did you mean `Severity`?
                    riskId == $id | riskId == $ids   | own.drl:6:28: unknown variable `$ids`. Did you mean `$id`?
                    of($risk)     | of($rsk)         | own.drl:8:28: unknown variable `$rsk`. Did you mean `$risk`?
                    Finding.of    | Finding.off      | own.drl:8:25: unknown function `off` of Finding. Did you mean `of`?
                    Finding.of    | Findng.of        | own.drl:8:17: unknown type `Findng`. Did you mean `Finding`?
                    : id)         | : id             | own.drl:5:23: `(` is never closed
                    + $id));      | + $id);          | own.drl:8:16: `(` is never closed
                    end           |                  | own.drl:1:1: rule `a high risk has no owner` has no `end`
                    then          |                  | own.drl:1:1: rule `a high risk has no owner` has no `then`
                    "nobody owns "| "nobody owns     | own.drl:8:42: quote is never closed
                    ("OWN-001")   | ("DEF-001")      | own.drl:2:3: id `DEF-001` belongs to the rule at deferral.drl:107
                    ("OWN-001")   | ("own1")         | own.drl:2:3: @id must be capitals, a dash and three digits, but is `own1`
                    @why("Nobody looks.") |          | own.drl:1:1: rule `a high risk has no owner` lacks @why
                    @id("OWN-001")|                  | own.drl:1:1: rule `a high risk has no owner` lacks @id
                    WARNING       | WARNIN           | own.drl:2:55: unknown level `WARNIN`. Did you mean `WARNING`?
                    @remedy       | @remdy           | own.drl:3:25: unknown annotation `@remdy`. Did you mean `@remedy`?
                    a high risk has no owner | a risk has no owner | own.drl:1:1: rule `a risk has no owner` stands at hygiene.drl:17 already
                    insertLogical( | insrtLogical(   | own.drl:8:3: unknown function `insrtLogical` in rule
                    .saying("nobody owns " + $id) | .saying(3) | own.drl:8:35: `saying` of Finding takes (String), but is given (int)
                    insertLogical( | int x = "a"; insertLogical( | own.drl:8:11: int is needed here, but this is String
                    severity == Severity.HIGH | severity > 2 | own.drl:5:35: `severity` is a Severity, but 2 is a number
                    """)
    void shouldNameThePlaceAndTheNameThatWasMeant(String right, String wrong, String expected) {
        String text = replaceOnce(RULE, right, wrong == null ? "" : wrong);

        List<String> refusals = Rules.refusals(Rules.load(Rules.shippedAnd("own.drl", text)));

        assertThat(refusals).anySatisfy(refusal -> assertThat(refusal).startsWith(expected));
        assertThat(refusals).allSatisfy(refusal -> assertThat(refusal)
                .doesNotContain("Lambda", "Rules.java", "RuleMethods", ":-1", ":0:", "\tat ", "stacktrace")
                .startsWith("own.drl:"));
    }

    /** The first place at which it stands as a line of its own, else the first at all. */
    private static String replaceOnce(String text, String right, String wrong) {
        int line = text.indexOf("\n" + right + "\n");
        int at = line < 0 ? text.indexOf(right) : line + 1;
        assertThat(at).as("the rule holds `%s`", right).isNotNegative();
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }

    @Test
    void shouldTellAllProblemsOfAllFilesAtOnce() {
        Map<String, String> texts =
                new LinkedHashMap<>(Rules.shippedAnd("a.drl", RULE.replace("severity ==", "severty ==")));
        texts.put("b.drl", "rule \"x\"\nwhen\nend\n");
        texts.put("tables/caps.csv", "residual,cap,name\nfive,40,x\n1,400,y\n");

        List<String> refusals = Rules.refusals(Rules.load(texts));

        assertThat(refusals)
                .containsExactly(
                        "a.drl:5:24: unknown field `severty` of DeferredRisk. Did you mean `severity`?",
                        "b.drl:1:1: rule `x` has no `then`",
                        "tables/caps.csv:2:1: `residual` must be a number, but is `five`",
                        "tables/caps.csv:3:3: `cap` must be between 0 and 100, but is 400");
    }

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
                    severity-weights | severity,wieght        | tables/severity-weights.csv:2:10: unknown column `wieght` of table `severity-weights`. Did you mean `weight`?
                    severity-weights | MEDUM,3                | tables/severity-weights.csv:2:1: unknown severity `MEDUM`. Did you mean `MEDIUM`?
                    severity-weights | MEDIUM                 | tables/severity-weights.csv:2: row has 1 cell, but the header names 2 columns
                    severity-weights | MEDIUM,                | tables/severity-weights.csv:2:8: `weight` must not be empty
                    allowed-days     | LOW,1.5                | tables/allowed-days.csv:2:5: `days` must be a whole number, but is `1.5`
                    thresholds       | production,90,75,60,BLOCKER | tables/thresholds.csv:2:18: `confidence` must be between 0 and 1, but is 60
                    """)
    void shouldNameTheCell(String table, String row, String expected) {
        Map<String, String> texts = new LinkedHashMap<>(Rules.shippedAnd("own.drl", RULE));
        String file = "tables/" + table + ".csv";
        String header = String.join(",", TableShape.known(table).columns());
        texts.put(file, row.startsWith("severity") ? "# weights\n" + row + "\n" : header + "\n" + row + "\n");

        List<String> refusals = Rules.refusals(Rules.load(texts));

        assertThat(refusals).contains(expected);
    }

    @Test
    void shouldMissATableThatEveryJudgementNeeds() {
        Map<String, String> texts = new LinkedHashMap<>(Rules.shippedAnd("own.drl", RULE));
        texts.remove("tables/task-credits.csv");

        List<String> refusals = Rules.refusals(Rules.load(texts));

        assertThat(refusals).containsExactly("tables/task-credits.csv: the table is missing");
    }

    @Test
    void shouldRefuseASetThatConcludesNoVerdict() {
        Map<String, String> texts = new LinkedHashMap<>(Rules.tables());
        texts.put("own.drl", RULE);

        List<String> refusals = Rules.refusals(Rules.load(texts));

        assertThat(refusals).singleElement().asString().contains("no rule concluded a Decision");
    }

    @Test
    void shouldPrintTheLineWithACaret() {
        Problem problem = new Problem("a.drl", 3, 5, "unknown field `x`", "use y", "  A(x == 1)");

        assertThat(problem.print())
                .isEqualTo("a.drl:3:5: unknown field `x`\n      A(x == 1)\n        ^\n    remedy: use y");
    }
}
