namespace Brukerplan
{
    /// <summary>
    /// Severity of a finding, and the worst of several. Errors and fatal findings keep a record out of the figures.
    /// </summary>
    public enum Severity : sbyte
    {
        /// <summary>In place of a severity, where findings are counted: whatever it is.</summary>
        Any = -1,
        /// <summary>There is no finding.</summary>
        None = 0,
        /// <summary>Worth knowing.</summary>
        Info = 1,
        /// <summary>Probably wrong.</summary>
        Warning = 2,
        /// <summary>The record cannot be used as it stands.</summary>
        Error = 3,
        /// <summary>The text cannot be read as a record at all.</summary>
        Fatal = 4
    }

    /// <summary>Class of the living-conditions index.</summary>
    public enum IndexClass : sbyte
    {
        /// <summary>None; a <see cref="NoClassReason"/> says why.</summary>
        None = 0,
        /// <summary>Green.</summary>
        Green = 1,
        /// <summary>Yellow.</summary>
        Yellow = 2,
        /// <summary>Red.</summary>
        Red = 3,
        /// <summary>Blue light, the worst.</summary>
        BlueLight = 4
    }

    /// <summary>Why there is no class.</summary>
    public enum NoClassReason : sbyte
    {
        /// <summary>There is one.</summary>
        HasClass = 0,
        /// <summary>No domain is assessed.</summary>
        NothingAssessed = 1,
        /// <summary>Fewer domains are assessed than the scheme needs.</summary>
        TooFewAssessed = 2,
        /// <summary>The points lie below the lowest class of the scheme.</summary>
        BelowClasses = 3,
        /// <summary>The text is no record, or a number is no rating.</summary>
        Unreadable = 4,
        /// <summary>The scheme has rules alone, and none holds.</summary>
        NoRuleHolds = 5
    }

    /// <summary>Rating of a domain, as in columns of bytes.</summary>
    public enum Rating : byte
    {
        /// <summary>Not assessed.</summary>
        NotAssessed = 0,
        /// <summary>Relatively good functioning.</summary>
        Green = 1,
        /// <summary>Considerable negative consequences for daily functioning.</summary>
        Yellow = 2,
        /// <summary>Very serious consequences.</summary>
        Red = 3
    }

    /// <summary>The domains, in the order that ratings have everywhere.</summary>
    public enum Domain
    {
        /// <summary>Housing.</summary>
        Housing = 0,
        /// <summary>Meaningful activity.</summary>
        Activity = 1,
        /// <summary>Economy.</summary>
        Economy = 2,
        /// <summary>Physical health.</summary>
        PhysicalHealth = 3,
        /// <summary>Mental health.</summary>
        MentalHealth = 4,
        /// <summary>Substance use.</summary>
        SubstanceUse = 5,
        /// <summary>Social functioning.</summary>
        SocialFunctioning = 6,
        /// <summary>Network.</summary>
        Network = 7
    }

    /// <summary>Kind of unit in the counts of a table.</summary>
    public enum UnitKind
    {
        /// <summary>Rows that name a unit.</summary>
        Named = 0,
        /// <summary>Rows that name none.</summary>
        Unnamed = 1,
        /// <summary>Rows whose unit may hold somebody's number, together.</summary>
        Masked = 2,
        /// <summary>Units beyond the first 10 000, together.</summary>
        Others = 3
    }

    /// <summary>Form of a listing.</summary>
    public enum ListingForm
    {
        /// <summary>A list of objects.</summary>
        Json = 1,
        /// <summary>An object on each line.</summary>
        Ndjson = 2
    }

    /// <summary>Texts of a finding, as the C library numbers them.</summary>
    internal enum FindingPart
    {
        Code = 1,
        Field = 2,
        Message = 3,
        Action = 4
    }
}
