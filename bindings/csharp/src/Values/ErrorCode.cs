namespace Brukerplan
{
    /// <summary>
    /// Why a call failed; the numbers of the C interface. Later versions may add some: one that this package does
    /// not know is <see cref="Internal"/>, and <see cref="BrukerplanException.Number"/> has it as it is.
    /// </summary>
    public enum ErrorCode
    {
        /// <summary>It did not fail.</summary>
        Ok = 0,
        /// <summary>A pointer that must not be null is null.</summary>
        NullArgument = 1,
        /// <summary>A value that the function does not take.</summary>
        InvalidArgument = 2,
        /// <summary>A struct whose size is none of this interface.</summary>
        StructSize = 3,
        /// <summary>An index beyond the last.</summary>
        OutOfRange = 4,
        /// <summary>The result does not hold what is asked for.</summary>
        NotThere = 5,
        /// <summary>No pack of this id comes with the library.</summary>
        UnknownPack = 100,
        /// <summary>A pack that cannot be read or is not whole.</summary>
        InvalidPack = 101,
        /// <summary>A mapping that cannot be read or does not fit the pack.</summary>
        InvalidMapping = 102,
        /// <summary>A profile that cannot be read or does not fit the pack.</summary>
        InvalidProfile = 103,
        /// <summary>No scoring scheme of this id, or none.</summary>
        UnknownScheme = 110,
        /// <summary>A scheme that cannot be read or has a fault.</summary>
        InvalidScheme = 111,
        /// <summary>No texts in this language.</summary>
        UnknownLanguage = 120,
        /// <summary>No number, or none that the policy accepts.</summary>
        InvalidNumber = 140,
        /// <summary>A municipality code that is not valid on its date.</summary>
        NotValidOnDate = 150,
        /// <summary>A date before 2006: of it nothing is known.</summary>
        BeforeFacts = 151,
        /// <summary>Weights, but not for every branch of a split.</summary>
        MissingWeight = 152,
        /// <summary>Weights that cannot be read, or have no usable sum.</summary>
        InvalidWeight = 153,
        /// <summary>An Arrow schema that is not whole, or not that of columns.</summary>
        ArrowSchema = 200,
        /// <summary>A column whose type does not go with its field.</summary>
        ColumnType = 201,
        /// <summary>Columns that are needed are not there.</summary>
        MissingColumns = 202,
        /// <summary>Columns that are there more than once.</summary>
        DuplicateColumns = 203,
        /// <summary>A batch that is not what its schema says.</summary>
        ArrowBatch = 210,
        /// <summary>A stream that gave an error of its own.</summary>
        ArrowStream = 211,
        /// <summary>The caller cancelled the call.</summary>
        Cancelled = 220,
        /// <summary>A saved validation that cannot be read or does not fit.</summary>
        InvalidState = 230,
        /// <summary>The report document is not JSON in UTF-8.</summary>
        ReportNotJson = 300,
        /// <summary>It is no report document.</summary>
        ReportFormat = 301,
        /// <summary>It is a report document of a version that is not known.</summary>
        ReportVersion = 302,
        /// <summary>A part of the report document is missing, of a wrong type, or disagrees.</summary>
        ReportInvalid = 303,
        /// <summary>The Unicode library lacks the data of the language.</summary>
        ReportResource = 310,
        /// <summary>Memory ran out; nothing was changed.</summary>
        Memory = 900,
        /// <summary>A fault of the library: please report it.</summary>
        Internal = 990,
        /// <summary>A fault of the library that it cannot even name.</summary>
        Unknown = 991
    }
}
