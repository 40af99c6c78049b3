namespace Brukerplan
{
    /// <summary>The score of one assessment.</summary>
    public struct Score
    {
        internal Score(IndexClass indexClass, int points, int answered, NoClassReason reason)
        {
            Class = indexClass;
            Points = points;
            Answered = answered;
            NoClassReason = reason;
        }

        /// <summary>Class of the living-conditions index.</summary>
        public IndexClass Class { get; private set; }

        /// <summary>Points of the scheme; 0 without a class, and in a scheme without points.</summary>
        public int Points { get; private set; }

        /// <summary>Number of domains that are assessed, 0 to 8.</summary>
        public int Answered { get; private set; }

        /// <summary>Why there is no class.</summary>
        public NoClassReason NoClassReason { get; private set; }
    }
}
