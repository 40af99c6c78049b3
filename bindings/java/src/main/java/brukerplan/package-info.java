/**
 * Checks and scores BrukerPlan registrations, national numbers and municipality codes, over the C interface of the library
 * {@code brukerplan}.
 *
 * <ul>
 * <li>A form makes a {@link brukerplan.Context} once and calls {@link brukerplan.Context#check(String)} on each change.
 * <li>What is {@link java.lang.AutoCloseable} holds memory of the library's and is closed by the caller, once no matter how
 * often; a call after it ends with an {@link java.lang.IllegalStateException}. What is never closed is never freed.
 * Everything else is a value.
 * <li>Contexts, schemes, policies, pseudonymisers and validations may be used by several threads at once.
 * <li>What stands in a record makes no call fail. What does is a {@link brukerplan.BrukerplanException}; arguments that Java
 * itself can tell to be wrong are the usual {@link java.lang.NullPointerException} and
 * {@link java.lang.IllegalArgumentException}.
 * <li>No message, finding or {@code toString} holds what stood in a record.
 * </ul>
 */
package brukerplan;
