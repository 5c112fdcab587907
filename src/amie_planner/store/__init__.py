"""The planner file: encrypted, and every change durable when made. It keeps plans and does not judge them."""
