package dev.mitigauge.rules;

import com.github.javaparser.JavaParser;
import com.github.javaparser.ParserConfiguration;
import com.github.javaparser.ast.CompilationUnit;
import com.github.javaparser.ast.body.EnumConstantDeclaration;
import com.github.javaparser.ast.body.EnumDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.RecordDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.nodeTypes.NodeWithJavadoc;
import com.github.javaparser.javadoc.Javadoc;
import com.github.javaparser.javadoc.JavadocBlockTag;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes the words that rules may use, with what they mean, from the source code of the types: the part of {@code rules/README.md} behind
 * {@link #MARK}.
 */
public final class Glossary {

    /** The line of {@code rules/README.md} behind which everything is generated. */
    public static final String MARK = "<!-- generated from the code: see GlossaryTest -->";

    private final Path sources;
    private final JavaParser parser =
            new JavaParser(new ParserConfiguration().setLanguageLevel(ParserConfiguration.LanguageLevel.JAVA_17));
    private final StringBuilder text = new StringBuilder();

    private Glossary(Path sources) {
        this.sources = sources;
    }

    /**
     * The glossary as Markdown.
     *
     * @param sources the root of the Java sources, such as {@code src/main/java}
     * @throws IOException if a source can't be read
     */
    public static String of(Path sources) throws IOException {
        return new Glossary(sources).write();
    }

    private String write() throws IOException {
        text.append(MARK).append('\n');
        records("Facts", "What was read, counted and given: what rules match.", "dev.mitigauge.facts");
        records("Conclusions", "What rules conclude, and other rules match.", "dev.mitigauge.findings");
        records(
                "Tables",
                "Rows of `tables/*.csv`: rules join on them, a column is a field.",
                "dev.mitigauge.rules.tables");
        functions();
        enums();
        return text.toString();
    }

    private void records(String title, String about, String packageName) throws IOException {
        text.append("\n## ").append(title).append("\n\n").append(about).append('\n');
        for (Class<?> type : types(packageName)) {
            Optional<RecordDeclaration> declaration =
                    type.isRecord() ? source(type).getRecordByName(type.getSimpleName()) : Optional.empty();
            if (declaration.isPresent()) {
                record(declaration.get());
            }
        }
    }

    private void record(RecordDeclaration record) {
        heading(record);
        if (record.getParameters().isEmpty()) {
            return;
        }
        text.append("\n| field | type | meaning |\n|---|---|---|\n");
        for (Parameter field : record.getParameters()) {
            row(field.getNameAsString(), field.getTypeAsString() + range(field), tag(record, field.getNameAsString()));
        }
        record.getMethods().stream()
                .filter(Glossary::asked)
                .forEach(method -> row(asField(method), method.getTypeAsString(), summary(method)));
    }

    /** In a pattern, a method without parameters is a field. */
    private static String asField(MethodDeclaration method) {
        return method.getNameAsString() + (method.getParameters().isEmpty() ? "" : arguments(method));
    }

    private void functions() throws IOException {
        text.append("\n## Functions\n\nPure helpers for formulas and sentences.\n");
        for (Class<?> type : types("dev.mitigauge.findings")) {
            CompilationUnit unit = source(type);
            List<MethodDeclaration> functions = unit.getType(0).getMethods().stream()
                    .filter(method -> method.isPublic()
                            && method.isStatic()
                            && !method.getTypeAsString().equals("void"))
                    .toList();
            if (!functions.isEmpty()) {
                text.append("\n### ")
                        .append(type.getSimpleName())
                        .append("\n\n| function | gives | meaning |\n|---|---|---|\n");
                functions.forEach(method ->
                        row(method.getNameAsString() + arguments(method), method.getTypeAsString(), summary(method)));
            }
        }
    }

    private void enums() throws IOException {
        text.append("\n## Constants\n");
        for (Class<?> type : KnownTypes.byName().values()) {
            Optional<EnumDeclaration> declaration = source(type).getEnumByName(type.getSimpleName());
            if (declaration.isPresent()) {
                heading(declaration.get());
                text.append("\n| constant | meaning |\n|---|---|\n");
                for (EnumConstantDeclaration constant : declaration.get().getEntries()) {
                    text.append("| `")
                            .append(constant.getNameAsString())
                            .append("` | ")
                            .append(cell(summary(constant)))
                            .append(" |\n");
                }
            }
        }
    }

    private void heading(TypeDeclaration<?> type) {
        text.append("\n### ")
                .append(type.getNameAsString())
                .append("\n\n")
                .append(summary(type))
                .append('\n');
    }

    private void row(String name, String type, String meaning) {
        text.append("| `")
                .append(name)
                .append("` | `")
                .append(cell(type))
                .append("` | ")
                .append(cell(meaning))
                .append(" |\n");
    }

    /** Whether a pattern can ask for it, beside the fields. */
    private static boolean asked(MethodDeclaration method) {
        boolean inherited = List.of("compareTo", "source").contains(method.getNameAsString());
        return method.isPublic() && !method.isStatic() && !inherited;
    }

    private static String arguments(MethodDeclaration method) {
        return method.getParameters().stream()
                .map(Parameter::getNameAsString)
                .collect(Collectors.joining(", ", "(", ")"));
    }

    private static String range(Parameter field) {
        return field.getAnnotationByName("Range")
                .map(range -> " " + range.toString().replaceAll("@Range\\(min = (.*), max = (.*)\\)", "$1 to $2"))
                .orElse("");
    }

    private static String tag(NodeWithJavadoc<?> node, String name) {
        return node.getJavadoc().stream()
                .flatMap(javadoc -> javadoc.getBlockTags().stream())
                .filter(tag -> tag.getType() == JavadocBlockTag.Type.PARAM)
                .filter(tag -> tag.getName().filter(name::equals).isPresent())
                .map(tag -> plain(tag.getContent().toText()))
                .findFirst()
                .orElse("");
    }

    private static String summary(NodeWithJavadoc<?> node) {
        return node.getJavadoc()
                .map(Javadoc::getDescription)
                .map(text -> plain(text.toText()))
                .orElse("");
    }

    private static String plain(String javadoc) {
        return javadoc.replaceAll("\\{@(?:code|link|linkplain|value) #?([^}]*)}", "`$1`")
                .replaceAll("<[^>]+>", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String cell(String words) {
        return words.replace("|", "\\|").replace("@Nullable ", "maybe ");
    }

    private static List<Class<?>> types(String packageName) {
        return KnownTypes.byName().values().stream()
                .<Class<?>>map(type -> type)
                .filter(type -> type.getPackageName().equals(packageName))
                .toList();
    }

    private CompilationUnit source(Class<?> type) throws IOException {
        Path file = sources.resolve(type.getName().replace('.', '/') + ".java");
        return parser.parse(file).getResult().orElseThrow(() -> new IOException("can't parse " + file));
    }
}
