package bailiwick.intake.crm;

import bailiwick.core.problem.Problem;
import bailiwick.core.problem.Severity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why an exchange with a CRM cannot go on. Values only; none holds a secret. */
public sealed interface CrmProblem extends Problem {

  @Override
  default Severity severity() {
    return Severity.ERROR;
  }

  /**
   * The CRM does not know us.
   *
   * @param connection name of the connection
   * @param reason the CRM's own words
   */
  record WrongCredentials(String connection, String reason) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_WRONG_CREDENTIALS";
    }

    @Override
    public String message() {
      return "The CRM of `%s` does not accept the credentials: %s.".formatted(connection, reason);
    }

    @Override
    public String hint() {
      return "Enter them again; look in the CRM whether the app or token is still active.";
    }
  }

  /**
   * We may not do what is needed.
   *
   * @param needed the CRM's own words: an object, a right, a scope
   */
  record MissingPermission(String connection, String needed) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_MISSING_PERMISSION";
    }

    @Override
    public String message() {
      return "The user or app of `%s` may not do this in the CRM: %s."
          .formatted(connection, needed);
    }

    @Override
    public String hint() {
      return "Grant it in the CRM: read users, accounts and deals, and edit accounts for a push.";
    }
  }

  /** A field that the CRM does not have, or does not show us. */
  record UnknownField(String connection, String reason) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_UNKNOWN_FIELD";
    }

    @Override
    public String message() {
      return "The CRM of `%s` has no such field for us: %s.".formatted(connection, reason);
    }

    @Override
    public String hint() {
      return "Make the field in the CRM and let the user see it, or leave the connection's"
          + " territory field blank.";
    }
  }

  /** Nobody answers. */
  record Unreachable(String connection, String address, String reason) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_UNREACHABLE";
    }

    @Override
    public String message() {
      return "Nobody answers for `%s` at %s: %s.".formatted(connection, address, reason);
    }

    @Override
    public String hint() {
      return "Check the address and whether this machine may reach it.";
    }
  }

  /** It answers, but not as a whole in the time that it has. */
  record TooSlow(String connection, Duration patience) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_TOO_SLOW";
    }

    @Override
    public String message() {
      return "The CRM of `%s` gave no whole answer within %s seconds."
          .formatted(connection, patience.toSeconds());
    }

    @Override
    public String hint() {
      return "Start again later: it goes on where it stopped.";
    }
  }

  /** It answers more than we take. */
  record TooLarge(String connection, int mostBytes) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_ANSWER_TOO_LARGE";
    }

    @Override
    public String message() {
      return "The CRM of `%s` answered more than %s MB at once."
          .formatted(connection, mostBytes >> 20);
    }

    @Override
    public String hint() {
      return "Check the address: an API's answer has a few MB at most.";
    }
  }

  /**
   * It answers, but not usefully, and did so until our patience ended.
   *
   * @param asked the wait that it asks for; zero when it does not
   */
  record Busy(String connection, int status, int attempts, Duration asked) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_BUSY";
    }

    @Override
    public String message() {
      String wait =
          asked.isZero() ? "" : " and asks us to wait %s seconds".formatted(asked.toSeconds());
      return "The CRM of `%s` answered %s at each of %s attempts%s."
          .formatted(connection, status, attempts, wait);
    }

    @Override
    public String hint() {
      return "Start again later: it goes on where it stopped.";
    }
  }

  /** The company's edition or settings allow no API. */
  record ApiDisabled(String connection, String reason) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_API_DISABLED";
    }

    @Override
    public String message() {
      return "The CRM of `%s` has no API switched on: %s.".formatted(connection, reason);
    }

    @Override
    public String hint() {
      return "The CRM's edition must include its API; exchange import files until it does.";
    }
  }

  /** All calls of the day are made. */
  record DailyLimit(String connection, @Nullable CrmUsage usage) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_DAILY_LIMIT";
    }

    @Override
    public String message() {
      String figures = usage == null ? "" : " (%s of %s)".formatted(usage.used(), usage.allowed());
      return "The CRM of `%s` takes no more calls today%s.".formatted(connection, figures);
    }

    @Override
    public String hint() {
      return "Start again tomorrow: it goes on where it stopped.";
    }
  }

  /** An answer that the contract does not foresee. */
  record Unexpected(String connection, int status, String reason) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_UNEXPECTED_ANSWER";
    }

    @Override
    public String message() {
      return "The CRM of `%s` answered %s: %s.".formatted(connection, status, reason);
    }
  }

  /** Writes were sent and not answered, several times in a row. */
  record AnswersLost(int times) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_ANSWERS_LOST";
    }

    @Override
    public String message() {
      return "The CRM did not answer %s writes in a row.".formatted(times);
    }

    @Override
    public String hint() {
      return "Start again later: rows already written are found and not written twice.";
    }
  }

  /**
   * An address that secrets must not be sent to.
   *
   * @param address as given; what may be a secret in it, a user's name and password or a query, is
   *     left out
   */
  record BadAddress(String connection, String address) implements CrmProblem {

    public BadAddress {
      address =
          address
              .replaceFirst("^((?:[A-Za-z][A-Za-z0-9+.-]*://)?).*@", "$1")
              .replaceFirst("[?#].*", "");
    }

    @Override
    public String code() {
      return "CRM_BAD_ADDRESS";
    }

    @Override
    public String message() {
      return "The address `%s` of `%s` is not one to send secrets to; it must begin with https://."
          .formatted(address, connection);
    }

    @Override
    public String hint() {
      return "Salesforce: https://NAME.my.salesforce.com; HubSpot: https://api.hubapi.com. Names and"
          + " passwords do not belong in it.";
    }
  }

  /** An address in a network where no CRM is looked for. */
  record PrivateAddress(String connection, String host) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_PRIVATE_ADDRESS";
    }

    @Override
    public String message() {
      return "The host `%s` of `%s` is in a private network, where no CRM is looked for."
          .formatted(host, connection);
    }

    @Override
    public String hint() {
      return "Give the CRM's public address; for a gateway of your own, the server's operator"
          + " starts it with `--crm-network private`.";
    }
  }

  /** A field's name that can be none. */
  record BadField(String connection, String field) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_BAD_FIELD";
    }

    @Override
    public String message() {
      return "The territory field `%s` of `%s` cannot be the name of a field."
          .formatted(field, connection);
    }

    @Override
    public String hint() {
      return "Write its API name, such as Territory__c at Salesforce or territory at HubSpot.";
    }
  }

  /** A token that no call can carry. */
  record BadToken(String connection) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_BAD_TOKEN";
    }

    @Override
    public String message() {
      return "The token of `%s` holds a line break or a letter that no token has."
          .formatted(connection);
    }

    @Override
    public String hint() {
      return "Copy it from the CRM again, as a whole and nothing beside it.";
    }
  }

  /** A private key that cannot be used. */
  record BadKey(String connection) implements CrmProblem {
    @Override
    public String code() {
      return "CRM_BAD_KEY";
    }

    @Override
    public String message() {
      return "The private key of `%s` cannot be read.".formatted(connection);
    }

    @Override
    public String hint() {
      return "Give an RSA key in PKCS #8, the text between BEGIN PRIVATE KEY and END PRIVATE KEY.";
    }
  }
}
