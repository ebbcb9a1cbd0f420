// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: strict memory safety and warnings as errors, imports that state
/// their access level, members visible only through a direct import.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// Targets that face C keep all but strict memory safety.
let facingC: [SwiftSetting] = Array(strict.dropFirst())

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "verbatim",
  products: [
    .executable(name: "verbatim", targets: ["verbatim"]),
    // What is measured, and what is tried with hostile input.
    .library(
      name: "VerbatimKit",
      targets: [
        "Anchoring", "Attribution", "Casebook", "CommandKit", "Commands", "Comparison",
        "Diagnostics", "LineEditing", "NotebookFormat", "Readers", "Segmentation", "SourceText",
        "Storage",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Floor 0: C behind one small header each, and text.
    .target(name: "CFetch"),
    .target(name: "CEditLine", linkerSettings: [.linkedLibrary("edit")]),
    .target(name: "CArchive"),
    .target(name: "CConverter"),
    .target(name: "CMail"),
    .target(name: "CMarkup"),
    .target(name: "CPattern", linkerSettings: [.linkedLibrary("pcre2-8")]),
    .target(name: "CMemory"),
    .target(name: "CText"),
    .target(name: "SourceText", dependencies: [crypto], swiftSettings: strict),

    // Floor 1: what the rest is built from; none of it knows what an article is.
    .target(name: "Anchoring", dependencies: ["SourceText"], swiftSettings: strict),
    .target(name: "Diagnostics", dependencies: ["SourceText"], swiftSettings: strict),
    .target(name: "Fetching", dependencies: ["CFetch"], swiftSettings: facingC),
    .target(name: "LineEditing", dependencies: ["CEditLine"], swiftSettings: strict),
    .target(name: "Patterns", dependencies: ["CPattern"], swiftSettings: strict),
    .target(
      name: "Segmentation", dependencies: ["CText", "SourceText"],
      resources: [.embedInCode("Data/abbreviations.tsv")], swiftSettings: facingC),
    .target(name: "Storage", dependencies: ["CMemory"], swiftSettings: strict),

    // Floor 2: the nouns, and the state a session adds up to.
    .target(name: "Casebook", dependencies: ["SourceText"], swiftSettings: strict),

    // Floor 3: from bytes to articles, from articles to suggestions, from files to records, from
    // statements to figures.
    .target(
      name: "Attribution", dependencies: ["Casebook", "SourceText"],
      resources: [
        .embedInCode("Data/words.en.tsv"), .embedInCode("Data/words.de.tsv"),
        .embedInCode("Data/cues.en.tsv"), .embedInCode("Data/cues.de.tsv"),
        .embedInCode("Data/places.tsv"), .embedInCode("Data/offices.tsv"),
        .embedInCode("Data/names.tsv"), .embedInCode("Data/quotes.tsv"),
        .embedInCode("Data/media.tsv"),
      ], swiftSettings: strict),
    .target(
      name: "Comparison", dependencies: ["Casebook", "SourceText"], swiftSettings: strict),
    .target(
      name: "NotebookFormat", dependencies: ["Casebook", "SourceText"], swiftSettings: strict),
    .target(
      name: "Readers",
      dependencies: [
        "CArchive", "CConverter", "CMail", "CMarkup", "CText", "Casebook", "Diagnostics",
        "Segmentation", "SourceText",
      ],
      resources: [
        .embedInCode("Data/metadata.tsv"), .embedInCode("Data/lines.tsv"),
        .embedInCode("Data/stopwords.tsv"), .embedInCode("Data/roles.tsv"),
        .embedInCode("Data/errorpages.tsv"), .embedInCode("Data/fields.tsv"),
      ], swiftSettings: facingC),

    // Floor 4: what a command is, and the session it runs on.
    .target(
      name: "CommandKit",
      dependencies: [
        "Anchoring", "Attribution", "Casebook", "Diagnostics", "LineEditing", "NotebookFormat",
        "Readers",
        "Segmentation", "SourceText", "Storage",
      ], swiftSettings: strict),

    .target(
      name: "Report",
      dependencies: ["Casebook", "Comparison", "NotebookFormat", "Readers", "SourceText"],
      resources: [.embedInCode("Data/report.css")], swiftSettings: strict),

    // Floor 6: one file a command.
    .target(
      name: "Commands",
      dependencies: [
        "Anchoring", "Attribution", "Casebook", "CommandKit", "Comparison", "Diagnostics",
        "Fetching", "LineEditing",
        "NotebookFormat", "Patterns", "Readers", "Report", "SourceText", "Storage",
      ],
      resources: [.embedInCode("Linting/Data/tradecraft.tsv")], swiftSettings: strict),

    // Floor 7: the loop, and the program's own command line.
    .target(
      name: "Shell",
      dependencies: [
        "Anchoring", "Attribution", "Casebook", "CommandKit", "Commands", "Diagnostics",
        "LineEditing",
        "NotebookFormat", "Readers", "SourceText", "Storage", arguments,
      ], swiftSettings: strict),

    // Floor 8
    .executableTarget(name: "verbatim", dependencies: ["Shell"], swiftSettings: strict),

    // Tests
    .target(
      name: "TestKit",
      dependencies: [
        "Casebook", "CommandKit", "Commands", "Diagnostics", "NotebookFormat", "SourceText",
        "Storage",
      ], path: "Tests/TestKit", swiftSettings: strict),
    .testTarget(
      name: "CasebookTests", dependencies: ["Casebook", "SourceText", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "CommandKitTests",
      dependencies: [
        "Casebook", "CommandKit", "Commands", "Diagnostics", "LineEditing", "NotebookFormat",
        "SourceText", "Storage", "TestKit",
      ], swiftSettings: strict),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "ReadersTests", dependencies: ["Casebook", "Diagnostics", "Readers", "SourceText"],
      swiftSettings: facingC),
    .testTarget(
      name: "SegmentationTests", dependencies: ["Segmentation", "SourceText"],
      swiftSettings: facingC),
    .testTarget(
      name: "SourceTextTests", dependencies: ["SourceText", "TestKit"], swiftSettings: strict),
    .testTarget(
      name: "NotebookFormatTests",
      dependencies: ["Casebook", "NotebookFormat", "SourceText", "TestKit"],
      swiftSettings: strict),
    .testTarget(
      name: "PropertyTests",
      dependencies: [
        "Casebook", "CommandKit", "Diagnostics", "NotebookFormat", "SourceText", "TestKit",
      ], swiftSettings: strict),
    .target(name: "CPseudoTerminal", path: "Tests/Support/CPseudoTerminal"),
    .testTarget(
      name: "AttributionTests", dependencies: ["Attribution", "Casebook", "SourceText"],
      swiftSettings: strict),
    .testTarget(
      name: "AnchoringTests", dependencies: ["Anchoring", "SourceText"], swiftSettings: strict),
    .testTarget(
      name: "ComparisonTests",
      dependencies: ["Casebook", "Comparison", "SourceText", "Storage", "TestKit"],
      swiftSettings: strict),
    .target(
      name: "TerminalKit", dependencies: ["CPseudoTerminal", "LineEditing"],
      path: "Tests/TerminalKit", swiftSettings: facingC),
    .testTarget(
      name: "LineEditingTests", dependencies: ["CPseudoTerminal", "LineEditing", "TerminalKit"],
      swiftSettings: strict),
    .testTarget(
      name: "FetchingTests", dependencies: ["CommandKit", "Diagnostics", "Fetching", "TestKit"],
      swiftSettings: facingC),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests", dependencies: ["Storage", "TerminalKit", "verbatim"],
      swiftSettings: facingC),
    .testTarget(
      name: "ReportTests",
      dependencies: [
        "CMarkup", "Casebook", "CommandKit", "NotebookFormat", "Report", "SourceText", "Storage",
        "TestKit",
      ],
      swiftSettings: facingC),
    .testTarget(name: "StorageTests", dependencies: ["Storage"], swiftSettings: strict),
    .testTarget(
      name: "TranscriptTests",
      dependencies: ["Casebook", "CommandKit", "Commands", "Diagnostics", "Storage"],
      swiftSettings: facingC),
  ]
)
