//! Prints the story of an article as clean text, then its quotations, then what was removed and why.
//!
//! ```sh
//! cargo run --release --example normalize -- examples/articles/harbour.txt
//! some-extractor page.html | cargo run --release --example normalize -- --sentences
//! ```

mod common;
#[path = "common/record.rs"]
mod record;

use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::Parser;
use copydesk::{Article, Boilerplate, Category, Excerpt, Normalizer, Quotation, Speaker};
use record::Output;

const HEADING: Style = Style::new().bold().underline();
const NAME: Style = AnsiColor::Cyan.on_default().bold();
const CUE: Style = AnsiColor::Yellow.on_default();
const REASON: Style = AnsiColor::Red.on_default();
const ASIDE: Style = Style::new().dimmed();

#[derive(Parser)]
#[command(about = "A scraped article in, the story with its quotations out")]
struct Options {
    #[command(flatten)]
    input: common::Input,
    /// Print the story only, one sentence a line
    #[arg(long, conflicts_with = "json")]
    sentences: bool,
    /// Print what `annotate` does, with the clean text as `story`; offsets are those of the input
    #[arg(long)]
    json: bool,
    /// Keep this category of boilerplate (e.g. newsletter); repeatable
    #[arg(long, value_name = "CATEGORY", value_parser = category)]
    keep: Vec<Category>,
    /// Remove this category of boilerplate (e.g. correction), which is kept otherwise; repeatable
    #[arg(long, value_name = "CATEGORY", value_parser = category)]
    remove: Vec<Category>,
    /// Further rules for boilerplate, from a file
    #[arg(long, value_name = "FILE")]
    rules: Option<PathBuf>,
    /// Switch off this rule for boilerplate; repeatable
    #[arg(long, value_name = "RULE")]
    without: Vec<String>,
}

fn category(name: &str) -> Result<Category, String> {
    Category::from_name(name).ok_or_else(|| {
        let names: Vec<&str> = Category::ALL.iter().map(|c| c.name()).collect();
        format!("the categories are {}", names.join(", "))
    })
}

fn main() -> ExitCode {
    let options = Options::parse();
    common::end(run(&options))
}

fn run(options: &Options) -> Result<(), String> {
    let normalizer = normalizer(options)?;
    let bytes = options.input.read()?;
    let article = normalizer
        .normalize_bytes(&bytes)
        .map_err(|error| options.input.complaint(error))?;
    let mut out = anstream::stdout().lock();
    let written = if options.json {
        write_json(&mut out, &article)
    } else if options.sentences {
        write_sentences(&mut out, &normalizer, &article.story().clean_text())
    } else {
        write_page(&mut out, &article)
    };
    common::finish(written)
}

fn normalizer(options: &Options) -> Result<Normalizer, String> {
    let mut builder = Normalizer::builder();
    for &category in &options.keep {
        builder = builder.keep(category);
    }
    for &category in &options.remove {
        builder = builder.remove(category);
    }
    if let Some(path) = &options.rules {
        let rules = fs::read_to_string(path);
        let rules = rules.map_err(|error| format!("{}: {error}", path.display()))?;
        builder = builder.boilerplate_rules(rules);
    }
    for rule in &options.without {
        builder = builder.without_boilerplate_rule(rule);
    }
    builder.build().map_err(|error| error.to_string())
}

fn write_sentences(out: &mut impl Write, normalizer: &Normalizer, story: &str) -> io::Result<()> {
    for sentence in normalizer.sentences(story) {
        writeln!(out, "{}", one_line(sentence))?;
    }
    Ok(())
}

fn write_page(out: &mut impl Write, article: &Article<'_>) -> io::Result<()> {
    writeln!(out, "{}", article.story().clean_text().trim_end())?;
    heading(out, "Quotations", article.quotations().len())?;
    for quotation in article.quotations() {
        write_quotation(out, quotation)?;
    }
    if !article.lead_ins().is_empty() {
        heading(
            out,
            "Announced, but not in the text",
            article.lead_ins().len(),
        )?;
        for lead_in in article.lead_ins() {
            writeln!(out, "  {}", speaker(lead_in.speaker))?;
            writeln!(out, "      {}", one_line(lead_in.excerpt))?;
        }
    }
    let (kept, removed): (Vec<_>, Vec<_>) = article
        .story()
        .boilerplate()
        .iter()
        .partition(|line| line.kept);
    heading(out, "Removed", removed.len())?;
    write_lines(out, &removed)?;
    if !kept.is_empty() {
        heading(out, "Found and kept", kept.len())?;
        write_lines(out, &kept)?;
    }
    Ok(())
}

fn heading(out: &mut impl Write, title: &str, count: usize) -> io::Result<()> {
    writeln!(
        out,
        "\n{HEADING}{title}{HEADING:#} {ASIDE}({count}){ASIDE:#}"
    )
}

/// `Tamsin Roke (she), said`, and the words below.
fn write_quotation(out: &mut impl Write, quotation: &Quotation<'_>) -> io::Result<()> {
    let kind = quotation.kind;
    write!(
        out,
        "  {ASIDE}{kind:8}{ASIDE:#} {}",
        speaker(quotation.speaker)
    )?;
    if let Some(cue) = quotation.cue {
        write!(out, ", {CUE}{}{CUE:#}", one_line(cue))?;
    }
    writeln!(out, "\n      {}", words(quotation))
}

/// The name, with the mention behind it where that is another one.
fn speaker(speaker: Option<Speaker<'_>>) -> String {
    let Some(speaker) = speaker else {
        return format!("{ASIDE}no speaker{ASIDE:#}");
    };
    let [called, mention] = [speaker.called(), speaker.mention].map(one_line);
    if called == mention {
        format!("{NAME}{called}{NAME:#}")
    } else {
        format!("{NAME}{called}{NAME:#} ({mention})")
    }
}

fn words(quotation: &Quotation<'_>) -> String {
    let pieces: Vec<String> = quotation.content().map(one_line).collect();
    pieces.join(" … ")
}

fn write_lines(out: &mut impl Write, lines: &[&Boilerplate<'_>]) -> io::Result<()> {
    for line in lines {
        let (category, rule) = (line.category.name(), &line.rule);
        writeln!(out, "  {REASON}{category}{REASON:#} {ASIDE}{rule}{ASIDE:#}")?;
        writeln!(out, "      {}", one_line(line.excerpt))?;
    }
    Ok(())
}

/// The words with every run of white space as one space.
fn one_line(excerpt: Excerpt<'_>) -> String {
    let words: Vec<&str> = excerpt.as_str().split_whitespace().collect();
    words.join(" ")
}

fn write_json(out: &mut impl Write, article: &Article<'_>) -> io::Result<()> {
    let output = Output {
        story: Some(article.story().clean_text()),
        ..record::everything(article)
    };
    serde_json::to_writer_pretty(&mut *out, &output)?;
    writeln!(out)
}
