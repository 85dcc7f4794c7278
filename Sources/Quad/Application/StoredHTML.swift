public import HTML
public import Postgres

/// Columns of HTML that a renderer of ours wrote come back as what it made.
extension SafeHTML: Column {
    public init(column: borrowing ColumnValue) throws(ColumnError) {
        self.init(rendered: try column.withBytes { bytes throws(ColumnError) in Array(bytes) })
    }
}
