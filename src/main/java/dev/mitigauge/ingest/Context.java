package dev.mitigauge.ingest;

/** One document while it is read: its lines, what they are read with, and what was found in them so far. One use, one thread. */
final class Context {

    final Sheet sheet;
    final Vocabulary words;
    final Drafts drafts;
    final LineUse use;
    final HeadingReader headings;
    final ClaimReader claimReader;
    final TableReader tables;
    final FieldLabels fieldLabels;
    final LabelledLines labelledLines;
    final FieldHeadings fieldHeadings;
    final EntryTitle entryTitle;
    final Marks marks;
    final Nothing nothing;
    final RegisterRows registerRows;
    final Starters starters;
    final FencedLines fences;

    Context(Sheet sheet, Vocabulary words) {
        this.sheet = sheet;
        this.words = words;
        drafts = new Drafts(sheet);
        use = drafts.use;
        headings = new HeadingReader(words);
        claimReader = new ClaimReader(words);
        tables = new TableReader(words);
        fieldLabels = new FieldLabels(words, tables);
        labelledLines = new LabelledLines(words);
        fieldHeadings = new FieldHeadings(words);
        entryTitle = new EntryTitle(words);
        marks = new Marks(words, tables);
        nothing = new Nothing(words);
        registerRows = new RegisterRows(tables);
        starters = new Starters(words);
        fences = new FencedLines(sheet);
    }
}
